import { once } from "node:events";
import { createServer } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WebSocket, WebSocketServer } from "ws";

import { listen } from "../../testing/listen.ts";
import { boundedSocket, closeWithin } from "./boundedSocket.ts";

const limitBytes = 256 * 1024;
const line = "x".repeat(32 * 1024);

const http = createServer();
let sockets: WebSocketServer;
let client: WebSocket;
let served: WebSocket;

beforeEach(async () => {
  const port = await listen(http);
  sockets = new WebSocketServer({ server: http, WebSocket: boundedSocket(limitBytes) });
  client = new WebSocket(`ws://127.0.0.1:${port}`);
  const connected = once(sockets, "connection");
  await once(client, "open");
  await connected;
  [served = client] = sockets.clients;
});

afterEach(async () => {
  client.terminate();
  sockets.close();
  const closed = once(http, "close");
  http.close();
  await closed;
});

describe("[RT9] a socket that is not read", () => {
  it("is closed at its limit, keeps no more than that, and says so to who reads on", async () => {
    client.pause();
    let sent = 0;
    for (; served.readyState === WebSocket.OPEN && sent < 10_000; sent += 1) served.send(line);
    expect(served.readyState).toBe(WebSocket.CLOSING);
    expect(served.bufferedAmount).toBeLessThan(limitBytes + 2 * line.length);
    for (let more = 0; more < 100; more += 1) served.send(line);

    let received = 0;
    client.on("message", () => (received += 1));
    client.resume();
    expect(await once(client, "close")).toMatchObject([1013, {}]);
    expect(received).toBe(sent);
  });

  it("stays open below its limit", async () => {
    client.pause();
    served.send("x".repeat(limitBytes / 2));
    expect(served.readyState).toBe(WebSocket.OPEN);
  });
});

describe("closing", () => {
  it("does not wait for the other side for longer than it is told", async () => {
    client.pause();
    closeWithin(served, 4401, 20);
    expect(await once(served, "close")).toMatchObject([1006, {}]);
  });
});
