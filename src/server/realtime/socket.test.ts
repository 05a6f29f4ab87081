import { once } from "node:events";
import type { IncomingMessage } from "node:http";

import { describe, expect, it, vi } from "vitest";
import { WebSocket } from "ws";

import { admitted, ann, eventually, serveLines } from "../../testing/lineServer.ts";
import { firstLineOf, sendUpgrade, upgradeHeaders } from "../../testing/rawUpgrade.ts";

describe("[RT7] an upgrade", () => {
  it("is refused without a session", async () => {
    await using server = await serveLines();
    const { port } = server;
    const line = "HTTP/1.1 401 Unauthorized";
    expect(await firstLineOf(port, admitted.slice(0, -1))).toBe(line);
    expect(await firstLineOf(port, [...admitted.slice(0, -1), "Cookie: eve"])).toBe(line);
    expect(await firstLineOf(port, admitted)).toBe("HTTP/1.1 101 Switching Protocols");
  });

  it("may come without one when it announces who it is, and has to say so in time", async () => {
    await using server = await serveLines({ times: { helloMs: 40, pingMs: 10_000 } });
    const silent = server.connectRaw("", "?connectionParams=1");
    await once(silent, "open");
    silent.send("PING");
    expect(await once(silent, "close")).toMatchObject([1008, {}]);
    expect(server.contexts).toEqual([]);
  });

  it("is somebody as soon as its first message says who, and ends with that session", async () => {
    await using server = await serveLines();
    server.say("Hello");
    const socket = server.connectRaw("bob", "?connectionParams=1");
    await once(socket, "open");
    socket.send(JSON.stringify({ method: "connectionParams", data: { name: "ann" } }));
    socket.send(JSON.stringify({ id: 1, method: "subscription", params: { path: "lines" } }));
    await once(socket, "message");
    expect(server.contexts).toMatchObject([{ session: ann }]);
    const closed = once(socket, "close");
    server.connections.revokeSessions(["desk"]);
    expect(socket.readyState).toBe(WebSocket.OPEN);
    server.connections.revokeSessions(["phone"]);
    expect(await closed).toMatchObject([4401, {}]);
  });

  it.each([
    ["is somebody unknown", { name: "eve" }],
    ["says nothing of itself, and has no session either", null],
  ])("is closed as signed out when it %s", async (_how, data) => {
    await using server = await serveLines();
    const socket = server.connectRaw("", "?connectionParams=1");
    await once(socket, "open");
    const closed = once(socket, "close");
    socket.send(JSON.stringify({ method: "connectionParams", data }));
    expect(await closed).toMatchObject([4401, {}]);
    expect(server.contexts).toEqual([]);
  });

  it("is refused to other people's pages, whatever their cookie", async () => {
    await using server = await serveLines();
    const { port } = server;
    expect(await firstLineOf(port, [...admitted, "Origin: https://evil.example"])).toBe(
      "HTTP/1.1 403 Forbidden",
    );
  });

  it("is closed again when its session is revoked under way", async () => {
    await using server = await serveLines();
    const asked = Promise.withResolvers<void>();
    server.resolveSession.mockImplementationOnce(async () => {
      await asked.promise;
      return ann;
    });
    const socket = server.connectRaw();
    const closed = once(socket, "close");
    await eventually(() => expect(server.resolveSession).toHaveBeenCalled());
    server.connections.revokeSessions(["phone"]);
    asked.resolve();
    expect(await closed).toMatchObject([4401, {}]);
    expect(server.contexts).toEqual([]);
  });

  it("is dropped when nobody can tell who is there", async () => {
    await using server = await serveLines();
    server.resolveSession.mockRejectedValueOnce(new Error("no database"));
    expect(await firstLineOf(server.port, admitted)).toBe("");
    expect(server.failures).toHaveLength(1);
    expect(await firstLineOf(server.port, admitted)).toBe("HTTP/1.1 101 Switching Protocols");
  });

  it("is left to whom it concerns", async () => {
    await using server = await serveLines({
      ignores: (request) => request.headers["sec-websocket-protocol"] === "vite-hmr",
    });
    server.http.on("upgrade", (request: IncomingMessage, socket) => {
      if (request.headers["sec-websocket-protocol"] === "vite-hmr")
        socket.end("HTTP/1.1 299 Hot\r\n\r\n");
    });
    const hot = [
      "GET / HTTP/1.1",
      "Host: x",
      ...upgradeHeaders,
      "Sec-WebSocket-Protocol: vite-hmr",
    ];
    expect(await firstLineOf(server.port, hot)).toBe("HTTP/1.1 299 Hot");
  });
});

describe("[RT7] a session that is revoked", () => {
  it("loses its sockets within a second, with a code that says so", async () => {
    await using server = await serveLines();
    const [mine, other] = [server.connectRaw(), server.connectRaw("bob")];
    await Promise.all([once(mine, "open"), once(other, "open")]);
    const closed = once(mine, "close");
    server.connections.revokeSessions(["phone"]);
    expect(await closed).toMatchObject([4401, {}]);
    expect(other.readyState).toBe(WebSocket.OPEN);
  });

  it("loses them also when the other side does not take part", async () => {
    await using server = await serveLines();
    await using raw = await sendUpgrade(server.port, admitted);
    server.connections.revokeSessions(["phone"]);
    raw.socket.resume();
    await raw.closed;
    await eventually(() => expect(server.sockets.size).toBe(0));
  });
});

describe("a socket that is closed", () => {
  it("is no longer remembered with its session", async () => {
    await using server = await serveLines();
    const untrack = vi.fn<() => void>();
    vi.spyOn(server.connections, "track").mockReturnValueOnce(untrack);
    const socket = server.connectRaw();
    await once(socket, "open");
    socket.close();
    await eventually(() => expect(untrack).toHaveBeenCalledOnce());
  });
});

describe("[RT10] liveness", () => {
  it("ends a socket whose other side no longer answers", async () => {
    await using server = await serveLines({ times: { pingMs: 20, pongWaitMs: 20 } });
    await using raw = await sendUpgrade(server.port, admitted);
    raw.socket.resume();
    await raw.closed;
    await eventually(() => expect(server.sockets.size).toBe(0));
  });

  it("keeps one that answers, and answers its questions", async () => {
    await using server = await serveLines({ times: { pingMs: 20, pongWaitMs: 1_000 } });
    const socket = server.connectRaw();
    await once(socket, "open");
    const heard: string[] = [];
    socket.on("message", (data: Buffer) => {
      heard.push(data.toString());
      if (data.toString() === "PING") socket.send("PONG");
    });
    socket.send("PING");
    await eventually(() => expect(heard.filter((frame) => frame === "PING")[2]).toBeDefined());
    expect(heard).toContain("PONG");
    expect(socket.readyState).toBe(WebSocket.OPEN);
  });

  it("tells clients to reconnect on shutdown, lets nobody in, and closes what is left", async () => {
    await using server = await serveLines({ times: { drainMs: 50 } });
    const socket = server.connectRaw();
    await once(socket, "open");
    const told = once(socket, "message");
    const closed = once(socket, "close");
    const stopped = server.sockets[Symbol.asyncDispose]();
    expect(String((await told)[0])).toContain('"method":"reconnect"');
    expect(await firstLineOf(server.port, admitted)).toBe("HTTP/1.1 503 Service Unavailable");
    expect(await closed).toMatchObject([1012, {}]);
    await stopped;
    expect(server.sockets.size).toBe(0);
  });

  it("is done at once when everybody has left", async () => {
    await using server = await serveLines({ times: { drainMs: 60_000 } });
    const socket = server.connectRaw();
    await once(socket, "open");
    const stopped = server.sockets[Symbol.asyncDispose]();
    socket.close();
    await stopped;
    expect(server.sockets.size).toBe(0);
  });

  it("is done in bounded time though the other side does not take part", async () => {
    await using server = await serveLines({ times: { drainMs: 10, closeMs: 10 } });
    await using raw = await sendUpgrade(server.port, admitted);
    expect(raw.firstLine).toBe("HTTP/1.1 101 Switching Protocols");
    await server.sockets[Symbol.asyncDispose]();
    expect(server.sockets.size).toBe(0);
  });
});
