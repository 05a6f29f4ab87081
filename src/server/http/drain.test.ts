import { once } from "node:events";
import { connect } from "node:net";

import { expect, it } from "vitest";

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
