import { once } from "node:events";
import { connect } from "node:net";

import { expect, it } from "vitest";
import { WebSocket } from "ws";

import { setUp } from "../../testing/people.ts";
import { startTestServer } from "../../testing/server.ts";

it("does not wait for a connection that never carried a request", async () => {
  await using server = await startTestServer();
  const spare = connect(server.port, "127.0.0.1");
  await once(spare, "connect");
  spare.resume();
  const closed = once(spare, "close");
  await server.stop();
  await closed;
  expect(spare.destroyed).toBe(true);
});

it("[RT10] listens no more when it closes sockets", async () => {
  await using server = await startTestServer();
  await using owner = await setUp(server);
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/trpc`, {
    headers: { cookie: owner.cookie },
  });
  await once(socket, "open");
  const closed = once(socket, "close");
  const stopped = server.stop();
  expect((await closed)[0]).toBe(1012);
  const late = connect(server.port, "127.0.0.1");
  expect(await once(late, "error")).toMatchObject([{ code: "ECONNREFUSED" }]);
  await stopped;
});
