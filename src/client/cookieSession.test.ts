import { expect, it } from "vitest";
import { setUp } from "../testing/people.ts";
import { startTestServer } from "../testing/server.ts";
import { cookieSession, createSnugClient } from "./index.ts";

it("signs in a program that has no browser around it, and out again", async () => {
  await using server = await startTestServer();
  await using olivia = await setUp(server);
  await using client = createSnugClient({ url: server.url, ...cookieSession() });
  const { email, password } = olivia;
  await client.api.session.signIn.mutate({ login: email, password });
  await client.connect();
  expect(client.snapshot?.me.id).toBe(olivia.user.id);
  await client.api.session.signOut.mutate();
  await client.disconnect();
  expect((await client.api.session.state.query()).me).toBeNull();
}, 20_000);
