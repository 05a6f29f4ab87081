import { afterEach, expect, it, vi } from "vitest";
import { clientOf, until } from "../testing/clients.ts";
import { sorted } from "../testing/house.ts";
import { setUp, signUp } from "../testing/people.ts";
import { startServerProcess } from "../testing/serverProcess.ts";

const each = 40;

afterEach(() => {
  vi.restoreAllMocks();
});

it("[RT2] [RT3] [RT4] loses, doubles and reorders nothing while the server is killed under it", async () => {
  // Hardly any delay between attempts: what is waited for here is not the time.
  vi.spyOn(Math, "random").mockReturnValue(0.02);
  await using server = await startServerProcess();
  await using olivia = await setUp(server);
  await using mia = await signUp(server, olivia, { name: "mia" });
  const people = [olivia, mia].map((person) => {
    const client = clientOf(person, server.url);
    const heard: string[] = [];
    client.on("message.created", ({ message }) => heard.push(message.body));
    return { person, client, heard };
  });
  await using clients = new AsyncDisposableStack();
  for (const { client } of people) {
    clients.use(client);
    await client.connect();
  }
  const roomId = people[0]?.client.snapshot?.rooms[0]?.id ?? "";

  const settled = people.flatMap(({ client, person }) =>
    Array.from({ length: each }, (_, index) => {
      const body = `${person.user.username} ${index}`;
      return client.outbox.send({ roomId, body }).settled;
    }),
  );
  for (const count of [5, 30, 60]) {
    for (const { client, heard } of people) await until(client, () => heard.length >= count);
    await server.kill();
    await server.start();
  }
  await Promise.all(settled);

  const { messages } = await olivia.api.messages.history.query({ roomId, limit: 100 });
  const bodies = messages.map(({ body }) => body).slice(-2 * each);
  for (const { person, client, heard } of people) {
    const { username } = person.user;
    const theirs = Array.from({ length: each }, (_, index) => `${username} ${index}`);
    expect(bodies.filter((body) => body.startsWith(username))).toEqual(theirs);
    await until(client, () => heard.length >= bodies.length);
    expect(heard).toEqual(bodies);
    const fresh = await person.api.events.snapshot.query();
    await until(client, () => client.snapshot?.cursor === fresh.cursor);
    expect(client.snapshot && sorted(client.snapshot)).toEqual(sorted(fresh));
  }
});
