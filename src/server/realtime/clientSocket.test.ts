import { once } from "node:events";
import { createServer } from "node:http";

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WebSocket, WebSocketServer } from "ws";

import { listen } from "../../testing/listen.ts";
import { ClientSocket } from "./clientSocket.ts";
import { Outgoing } from "./outgoing.ts";

const unsentBytes = 256 * 1024;
const line = "x".repeat(32 * 1024);

const http = createServer();
let client: WebSocket;
let served: ClientSocket;

beforeEach(async () => {
  const port = await listen(http);
  const outgoing = new Outgoing();
  const opened = Promise.withResolvers<ClientSocket>();
  http.once("upgrade", (request, duplex, head) => {
    const server = new WebSocketServer({ noServer: true, WebSocket: ClientSocket });
    server.handleUpgrade(request, duplex, head, (socket) => {
      socket.plug({ duplex, outgoing, unsentBytes });
      opened.resolve(socket);
    });
  });
  client = new WebSocket(`ws://127.0.0.1:${port}`);
  await once(client, "open");
  served = await opened.promise;
});

afterEach(async () => {
  client.terminate();
  const closed = once(http, "close");
  http.close();
  await closed;
});

it.each([0, 1, 125, 126, 65_535, 65_536, 200_000])(
  "brings a text of %i bytes as it is",
  async (length) => {
    const text = "é".repeat(length >> 1) + "x".repeat(length & 1);
    served.sendText(text);
    const [data] = (await once(client, "message")).map(String);
    expect(data).toBe(text);
  },
);

describe("[RT9] a socket that is not read", () => {
  it("is closed at its limit, also within one turn, and says so to who reads on", async () => {
    client.pause();
    let sent = 0;
    for (; served.readyState === WebSocket.OPEN && sent < 10_000; sent += 1) served.sendText(line);
    expect(served.readyState).toBe(WebSocket.CLOSING);
    expect(served.bufferedAmount).toBeLessThan(2 * unsentBytes + 2 * line.length);
    for (let more = 0; more < 100; more += 1) served.sendText(line);

    let received = 0;
    client.on("message", () => (received += 1));
    client.resume();
    expect(await once(client, "close")).toMatchObject([1013, {}]);
    expect(received).toBe(sent);
  });

  it("stays open below its limit", async () => {
    client.pause();
    served.sendText("x".repeat(unsentBytes / 2));
    await new Promise((resolve) => setImmediate(resolve));
    expect(served.readyState).toBe(WebSocket.OPEN);
  });

  it("counts what waits for its turn, and settles when it can take more", async () => {
    client.pause();
    while (served.drained() === undefined) served.sendText(line);
    const drained = served.drained();
    client.resume();
    await drained;
    expect(served.drained()).toBeUndefined();
  });
});

describe("closing", () => {
  it("sends what waits first", async () => {
    const heard: string[] = [];
    client.on("message", (data: Buffer) => heard.push(data.toString()));
    served.sendText("last words");
    served.closeWithin(1012, 1000);
    expect(await once(client, "close")).toMatchObject([1012, {}]);
    expect(heard).toEqual(["last words"]);
  });

  it("does not wait for the other side for longer than it is told", async () => {
    client.pause();
    served.closeWithin(4401, 20);
    expect(await once(served, "close")).toMatchObject([1006, {}]);
  });
});
