import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { until } from "../testing/clients.ts";
import type { House } from "../testing/house.ts";
import { openHouse } from "../testing/house.ts";
import type { ClientStorage, SnugClient } from "./index.ts";
import { memoryStorage } from "./index.ts";

// Whole servers and their people, on a machine that may be busy.
vi.setConfig({ testTimeout: 20_000 });

beforeEach(() => {
  // The shortest delay of each attempt: what is waited for here is not the time.
  vi.spyOn(Math, "random").mockReturnValue(0);
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe("what is left in the outbox", () => {
  it("[RT13] survives a reload, is shown before there is a network, and sent after", async () => {
    await using house = await openHouse();
    const storage = memoryStorage();
    const first = house.client({ storage });
    await first.connect();
    house.proxy.goOffline();
    await until(first, () => first.connection.status === "reconnecting");
    first.outbox.send({ roomId: house.roomId, body: "One" });
    first.outbox.send({ roomId: house.roomId, body: "Two" });
    await until(first, () => first.outbox.entries().length === 2);
    await first.disconnect();

    const second = house.client({ storage });
    const connected = second.connect();
    await until(second, () => second.outbox.entries().length === 2);
    expect(second.outbox.entries().map(({ body }) => body)).toEqual(["One", "Two"]);
    house.proxy.resume();
    await connected;
    await until(second, () => second.outbox.entries().length === 0);
    expect(await house.bodies()).toEqual([...house.welcome, "One", "Two"]);
    expect(await stored(storage)).toEqual([]);
  });

  it("[RT2] is sent by two tabs at once and becomes one message", async () => {
    await using house = await openHouse();
    const storage = memoryStorage();
    const tabs = [house.client({ storage }), house.client({ storage })];
    await leaveUnsent(house, storage, ["One", "Two", "Three"]);
    await Promise.all(tabs.map((tab) => tab.connect()));
    for (const tab of tabs) {
      await tab.outbox.send({ roomId: house.roomId, body: "Last" }).settled;
      await until(tab, () => tab.outbox.entries().length === 0);
    }
    const said = ["One", "Two", "Three", "Last", "Last"];
    expect(await house.bodies()).toEqual([...house.welcome, ...said]);
    expect(await stored(storage)).toEqual([]);
  });

  it("is not sent when another tab has removed it", async () => {
    await using house = await openHouse();
    const storage = memoryStorage();
    await leaveUnsent(house, storage, ["Regretted"]);
    house.proxy.goOffline();
    const tabs = [house.client({ storage }), house.client({ storage })];
    for (const tab of tabs) {
      void tab.connect();
      await until(tab, () => tab.outbox.entries().length === 1);
    }
    const [one, other] = tabs;
    one?.outbox.remove(one.outbox.entries()[0]?.clientId ?? "");
    house.proxy.resume();
    await Promise.all(tabs.map((tab) => tab.connect()));
    await other?.outbox.send({ roomId: house.roomId, body: "After" }).settled;
    expect(other?.outbox.entries()).toEqual([]);
    expect(await house.bodies()).toEqual([...house.welcome, "After"]);
  });

  it("is kept when the session ends, and sent after signing in again", async () => {
    await using house = await openHouse();
    const { mia, roomId } = house;
    const client = house.client();
    await client.connect();
    await mia.api.session.signOut.mutate();
    await until(client, () => client.connection.status === "signed-out");
    const { settled } = client.outbox.send({ roomId, body: "Kept" });
    await mia.api.session.signIn.mutate({ login: mia.email, password: mia.password });
    await client.connect();
    expect((await settled).body).toBe("Kept");
  });

  it("is neither shown to nor sent by whoever signs in next", async () => {
    await using house = await openHouse();
    const { mia, olivia, roomId } = house;
    const client = house.client();
    await client.connect();
    house.proxy.goOffline();
    await until(client, () => client.connection.status === "reconnecting");
    const unsent = client.outbox.send({ roomId, body: "Mia's own" });
    const shownToOlivia: number[] = [];
    client.on("snapshot", () => shownToOlivia.push(client.outbox.entries().length));
    const hers = mia.cookie;
    mia.cookie = olivia.cookie;
    house.proxy.resume();
    await expect(unsent.settled).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await client.outbox.send({ roomId, body: "Olivia's" }).settled;
    expect(shownToOlivia).toEqual([0]);
    await client.disconnect();

    mia.cookie = hers;
    await client.connect();
    await until(client, () => client.outbox.acknowledged().length > 0);
    const { messages } = await olivia.api.messages.history.query({ roomId });
    expect(messages.slice(-2)).toMatchObject([
      { body: "Olivia's", authorId: olivia.user.id },
      { body: "Mia's own", authorId: mia.user.id },
    ]);
  });
});

/** Has Mia say something in a tab that never gets to send it. */
async function leaveUnsent(house: House, storage: ClientStorage, said: string[]): Promise<void> {
  const tab: SnugClient = house.client({ storage });
  await tab.connect();
  house.proxy.goOffline();
  await until(tab, () => tab.connection.status === "reconnecting");
  for (const body of said) tab.outbox.send({ roomId: house.roomId, body });
  await tab.disconnect();
  house.proxy.resume();
}

function stored(storage: ClientStorage): Promise<[string, unknown][]> {
  return storage.entries("outbox/");
}
