import { describe, expect, it } from "vitest";

import { startFlakyProxy } from "../../testing/flakyProxy.ts";
import { eventually, serveLines } from "../../testing/lineServer.ts";

describe("[RT9] a client that reads slowly", { timeout: 30_000 }, () => {
  const long = "x".repeat(60_000);

  it("is closed with a code from which it resumes, without a hole", async () => {
    await using server = await serveLines({ unsentBytes: 256 * 1024 });
    await using proxy = await startFlakyProxy(server.port);
    const client = server.connect(proxy.port);
    server.say("first");
    await eventually(() => expect(client.lines).toEqual(["first"]));
    proxy.stall();
    // More than what the limit and the buffers of two TCP connections take.
    for (let line = 0; line < 400; line += 1) server.say(`${line} ${long}`);
    await eventually(() =>
      expect(server.contexts[0]?.request.socket.writableLength).toBeGreaterThan(0),
    );
    proxy.resume();
    await eventually(() => expect(client.lines).toHaveLength(401));
    expect(client.closes[0]).toBe(1013);
    expect(client.lines.slice(1).map((line) => Number(line.split(" ")[0]))).toEqual(
      Array.from({ length: 400 }, (_, line) => line),
    );
  });

  it("gets a replay on one socket when the replay waits for it", async () => {
    await using server = await serveLines({ unsentBytes: 256 * 1024 });
    await using proxy = await startFlakyProxy(server.port);
    for (let line = 0; line < 400; line += 1) server.say(`${line} ${long}`);
    server.paced = true;
    const client = server.connect(proxy.port);
    await eventually(() => expect(client.lines.length).toBeGreaterThan(0));
    proxy.stall();
    await eventually(() => expect(server.contexts[0]?.drained()).toBeInstanceOf(Promise));
    proxy.resume();
    await eventually(() => expect(client.lines).toHaveLength(400));
    expect(client.closes).toEqual([]);
  });
});
