import { createServer } from "node:http";
import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { v7 as uuidv7 } from "uuid";
import { expect, it } from "vitest";

import { isOnline, clientOf, until } from "../../testing/clients.ts";
import { listen } from "../../testing/listen.ts";
import { setUp, signUp } from "../../testing/people.ts";
import type { SnugOptions } from "../main.ts";
import { createSnug } from "../main.ts";

/** Somebody else's program, with one address of its own and a Snug behind the others. */
async function openProgram(options: SnugOptions = {}) {
  const resources = new AsyncDisposableStack();
  const folder = resources.use(await mkdtempDisposable(join(tmpdir(), "snug-mount-")));
  const env = { DATA_DIR: folder.path, LOG_LEVEL: "silent" };
  const snug = resources.use(await createSnug({ ...options, env }));
  const server = createServer((request, response) => {
    if (request.url === "/own") response.end("My own");
    else snug.handle(request, response);
  }).on("upgrade", snug.upgrade);
  resources.defer(() => void server.close());
  resources.defer(() => server.closeAllConnections());
  const url = `http://127.0.0.1:${await listen(server)}`;
  return { url, snug, [Symbol.asyncDispose]: () => resources.disposeAsync() };
}

it("serves API, socket and pages behind another program's server", async () => {
  await using program = await openProgram();
  const { url } = program;
  expect(await (await fetch(`${url}/own`)).text()).toBe("My own");
  expect(await (await fetch(`${url}/healthz`)).json()).toBeDefined();
  await using olivia = await setUp(program);
  await using mia = await signUp(program, olivia, { name: "mia" });
  await using client = clientOf(mia, url);
  await client.connect();
  await until(client, isOnline(client));
  const roomId = client.snapshot?.rooms[0]?.id ?? "";
  const heard = new Promise((resolve) => {
    client.on("message.created", ({ message }) => resolve(message.body));
  });
  await olivia.api.messages.send.mutate({ roomId, clientId: uuidv7(), body: "Hello" });
  expect(await heard).toBe("Hello");
  // Whatever the web app is, a missing file is Snug's to answer, by the book.
  const missing = await fetch(`${url}/assets/none.js`);
  expect({ status: missing.status, body: await missing.json() }).toMatchObject({
    status: 404,
    body: { code: "NOT_FOUND" },
  });
});

it("serves no pages where there are others", async () => {
  await using program = await openProgram({ webApp: false });
  expect((await fetch(`${program.url}/`)).status).toBe(404);
  expect((await fetch(`${program.url}/api/openapi.json`)).status).toBe(200);
});

it("[RT10] lets go of clients and data, and leaves the other server be", async () => {
  await using program = await openProgram();
  const { url, snug } = program;
  await using olivia = await setUp(program);
  await using client = clientOf(olivia, url);
  await client.connect();
  await until(client, isOnline(client));
  const stream = await olivia.fetch("/api/events");
  await snug.close();
  await until(client, () => client.connection.status === "reconnecting");
  const rest = await stream.text();
  expect(rest).toMatch(/^retry: /);
  expect(await (await fetch(`${url}/own`)).text()).toBe("My own");
  expect((await fetch(`${url}/healthz`)).status).toBe(503);
});
