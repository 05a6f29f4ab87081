import { once } from "node:events";

import { describe, expect, it } from "vitest";

import { limits } from "../../shared/limits.ts";
import { admitted, eventually, serveLines } from "../../testing/lineServer.ts";
import { firstLineOf, sendUpgrade, upgradeHeaders } from "../../testing/rawUpgrade.ts";

describe("whatever is sent", () => {
  it.each([
    [["GET // HTTP/1.1", "Host: x", ...upgradeHeaders, "Cookie: ann"], "HTTP/1.1 400 Bad Request"],
    [
      ["GET /trpc HTTP/1.1", "Host: [", ...upgradeHeaders, "Cookie: ann"],
      "HTTP/1.1 400 Bad Request",
    ],
    [
      ["GET /trpc HTTP/1.1", "Host: x", "Upgrade: websocket", "Connection: Upgrade", "Cookie: ann"],
      "HTTP/1.1 400 Bad Request",
    ],
    [
      ["POST /trpc HTTP/1.1", "Host: x", ...upgradeHeaders, "Cookie: ann"],
      "HTTP/1.1 405 Method Not Allowed",
    ],
  ])("as an upgrade, the server lives on: %j", async (lines, answer) => {
    await using server = await serveLines();
    const { port } = server;
    expect(await firstLineOf(port, lines)).toBe(answer);
    expect(await firstLineOf(port, admitted)).toBe("HTTP/1.1 101 Switching Protocols");
  });

  it.each([
    ["nothing", ""],
    ["half of an object", "{"],
    ["null", "null"],
    ["an empty batch", "[]"],
    ["a batch of null", "[null]"],
    ["an empty object", "{}"],
    ["an id alone", '{"id":1}'],
    ["no id", '{"id":null,"method":"subscription","params":{"path":"lines"}}'],
    ["no parameters", '{"id":1,"method":"subscription"}'],
    ["no path", '{"id":1,"method":"subscription","params":{}}'],
    ["a path of the language", subscribe({ path: "__proto__" })],
    ["a path that is none", subscribe({ path: 7 })],
    ["another input than asked for", subscribe({ path: "lines", input: 7 })],
    ["an object where to resume", subscribe({ path: "lines", lastEventId: {} })],
    ["an object as id", '{"id":{},"method":"subscription","params":{"path":"lines"}}'],
    ["a query", '{"id":1,"method":"query","params":{"path":"lines"}}'],
    ["a stop of nothing", '{"id":1,"method":"subscription.stop"}'],
    ["a batch past the limit", `[${Array.from({ length: 50 }, () => '{"id":1}').join()}]`],
    ["depth", "[".repeat(60_000)],
    ["bytes", Buffer.from([0, 255, 1, 254])],
  ])("as a frame, the socket and its neighbours live on: %s", async (_name, frame) => {
    await using server = await serveLines();
    const client = server.connect();
    server.say("before");
    const socket = server.connectRaw();
    await once(socket, "open");
    socket.send(frame);
    const answered = once(socket, "message");
    socket.send("PING");
    await answered;
    server.say("after");
    await eventually(() => expect(client.lines).toEqual(["before", "after"]));
    expect(client.closes).toEqual([]);
  });

  it("refuses a batch past the limit, and all that is in it", async () => {
    await using server = await serveLines();
    const socket = server.connectRaw();
    await once(socket, "open");
    const answers: string[] = [];
    socket.on("message", (data: Buffer) => answers.push(data.toString()));
    const batch = Array.from({ length: limits.batch + 1 }, (_, id) => ({
      id,
      method: "subscription",
      params: { path: "lines", input: {} },
    }));
    socket.send(JSON.stringify(batch));
    await eventually(() => expect(answers).toHaveLength(batch.length));
    for (const answer of answers) expect(answer).toContain('"error"');
  });

  it("closes a socket whose frame is larger than allowed, and only that", async () => {
    await using server = await serveLines();
    const client = server.connect();
    const socket = server.connectRaw();
    await once(socket, "open");
    socket.send("x".repeat(65 * 1024));
    expect(await once(socket, "close")).toMatchObject([1009, {}]);
    server.say("still here");
    await eventually(() => expect(client.lines).toEqual(["still here"]));
  });

  it("closes a socket that does not speak WebSocket, and only that", async () => {
    await using server = await serveLines();
    const client = server.connect();
    await using raw = await sendUpgrade(server.port, admitted);
    raw.socket.resume().write(Buffer.from([0xff, 0xff, 0xff, 0xff, 0, 1, 2, 3]));
    await raw.closed;
    server.say("still here");
    await eventually(() => expect(client.lines).toEqual(["still here"]));
  });
});

function subscribe(params: unknown): string {
  return JSON.stringify({ id: 1, method: "subscription", params });
}
