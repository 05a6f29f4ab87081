import { EventEmitter, on, once } from "node:events";
import type { IncomingMessage } from "node:http";
import { createServer } from "node:http";

import { createTRPCClient, createWSClient, wsLink } from "@trpc/client";
import { initTRPC, tracked } from "@trpc/server";
import { afterEach, describe, expect, it, vi } from "vitest";
import { WebSocket as RawWebSocket } from "ws";
import { z } from "zod";

import { limits } from "../../shared/limits.ts";
import { startFlakyProxy } from "../../testing/flakyProxy.ts";
import { listen } from "../../testing/listen.ts";
import { firstLineOf, sendUpgrade, upgradeHeaders } from "../../testing/rawUpgrade.ts";
import { webSocketWith } from "../../testing/webSocketWith.ts";
import { Connections } from "./connections.ts";
import type { SocketConnection, SocketOptions, SocketTimes } from "./socket.ts";
import { attachSocket } from "./socket.ts";

const ann = { user: { id: "ann" }, session: { id: "phone" } };
const admitted = ["GET /trpc HTTP/1.1", "Host: x", ...upgradeHeaders, "Cookie: ann"];

let trash = new AsyncDisposableStack();

afterEach(async () => {
  await trash.disposeAsync();
  trash = new AsyncDisposableStack();
});

describe("[RT7] an upgrade", () => {
  it("is refused without a session", async () => {
    const { port } = await serve();
    const line = "HTTP/1.1 401 Unauthorized";
    expect(await firstLineOf(port, admitted.slice(0, -1))).toBe(line);
    expect(await firstLineOf(port, [...admitted.slice(0, -1), "Cookie: eve"])).toBe(line);
    expect(await firstLineOf(port, admitted)).toBe("HTTP/1.1 101 Switching Protocols");
  });

  it("is refused to other people's pages, whatever their cookie", async () => {
    const { port } = await serve();
    expect(await firstLineOf(port, [...admitted, "Origin: https://evil.example"])).toBe(
      "HTTP/1.1 403 Forbidden",
    );
  });

  it("is closed again when its session is revoked under way", async () => {
    const server = await serve();
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
    const server = await serve();
    server.resolveSession.mockRejectedValueOnce(new Error("no database"));
    expect(await firstLineOf(server.port, admitted)).toBe("");
    expect(server.failures).toHaveLength(1);
    expect(await firstLineOf(server.port, admitted)).toBe("HTTP/1.1 101 Switching Protocols");
  });

  it("is left to whom it concerns", async () => {
    const server = await serve({
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
    const { port } = await serve();
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
    const server = await serve();
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
    const server = await serve();
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
    const server = await serve();
    const client = server.connect();
    const socket = server.connectRaw();
    await once(socket, "open");
    socket.send("x".repeat(65 * 1024));
    expect(await once(socket, "close")).toMatchObject([1009, {}]);
    server.say("still here");
    await eventually(() => expect(client.lines).toEqual(["still here"]));
  });

  it("closes a socket that does not speak WebSocket, and only that", async () => {
    const server = await serve();
    const client = server.connect();
    await using raw = await sendUpgrade(server.port, admitted);
    raw.socket.resume().write(Buffer.from([0xff, 0xff, 0xff, 0xff, 0, 1, 2, 3]));
    await raw.closed;
    server.say("still here");
    await eventually(() => expect(client.lines).toEqual(["still here"]));
  });
});

describe("[RT7] a session that is revoked", () => {
  it("loses its sockets within a second, with a code that says so", async () => {
    const server = await serve();
    const [mine, other] = [server.connectRaw(), server.connectRaw("bob")];
    await Promise.all([once(mine, "open"), once(other, "open")]);
    const closed = once(mine, "close");
    server.connections.revokeSessions(["phone"]);
    expect(await closed).toMatchObject([4401, {}]);
    expect(other.readyState).toBe(RawWebSocket.OPEN);
  });

  it("loses them also when the other side does not take part", async () => {
    const server = await serve();
    await using raw = await sendUpgrade(server.port, admitted);
    server.connections.revokeSessions(["phone"]);
    raw.socket.resume();
    await raw.closed;
    await eventually(() => expect(server.sockets.size).toBe(0));
  });
});

describe("a socket that is closed", () => {
  it("is no longer remembered with its session", async () => {
    const server = await serve();
    const untrack = vi.fn<() => void>();
    vi.spyOn(server.connections, "track").mockReturnValueOnce(untrack);
    const socket = server.connectRaw();
    await once(socket, "open");
    socket.close();
    await eventually(() => expect(untrack).toHaveBeenCalledOnce());
  });
});

describe("[RT9] a client that reads slowly", () => {
  const long = "x".repeat(60_000);

  it("is closed with a code from which it resumes, without a hole", async () => {
    const server = await serve({ unsentBytes: 256 * 1024 });
    const proxy = trash.use(await startFlakyProxy(server.port));
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
    const server = await serve({ unsentBytes: 256 * 1024 });
    const proxy = trash.use(await startFlakyProxy(server.port));
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

describe("[RT10] liveness", () => {
  it("ends a socket whose other side no longer answers", async () => {
    const server = await serve({ times: { pingMs: 20, pongWaitMs: 20 } });
    await using raw = await sendUpgrade(server.port, admitted);
    raw.socket.resume();
    await raw.closed;
    await eventually(() => expect(server.sockets.size).toBe(0));
  });

  it("keeps one that answers, and answers its questions", async () => {
    const server = await serve({ times: { pingMs: 20, pongWaitMs: 1_000 } });
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
    expect(socket.readyState).toBe(RawWebSocket.OPEN);
  });

  it("tells clients to reconnect on shutdown, lets nobody in, and closes what is left", async () => {
    const server = await serve({ times: { drainMs: 50 } });
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
    const server = await serve({ times: { drainMs: 60_000 } });
    const socket = server.connectRaw();
    await once(socket, "open");
    const stopped = server.sockets[Symbol.asyncDispose]();
    socket.close();
    await stopped;
    expect(server.sockets.size).toBe(0);
  });

  it("is done in bounded time though the other side does not take part", async () => {
    const server = await serve({ times: { drainMs: 10, closeMs: 10 } });
    await using raw = await sendUpgrade(server.port, admitted);
    expect(raw.firstLine).toBe("HTTP/1.1 101 Switching Protocols");
    await server.sockets[Symbol.asyncDispose]();
    expect(server.sockets.size).toBe(0);
  });
});

function subscribe(params: unknown): string {
  return JSON.stringify({ id: 1, method: "subscription", params });
}

function eventually(check: () => void): Promise<void> {
  return vi.waitFor(check, { interval: 5, timeout: 4_000 });
}

type Options = Partial<Pick<SocketOptions<Router, typeof ann>, "ignores" | "unsentBytes">> & {
  times?: Partial<SocketTimes>;
};
type Context = SocketConnection<typeof ann>;
type Router = ReturnType<typeof createRouter>;

/** A log of lines that can be resumed from, as small as the real one's shape allows. */
function createRouter(lines: string[], said: EventEmitter, isPaced: () => boolean) {
  const trpc = initTRPC.context<Context>().create();
  return trpc.router({
    lines: trpc.procedure
      .input(z.object({ lastEventId: z.string().default("0") }))
      .subscription(async function* ({ ctx, input, signal }) {
        const more = on(said, "line", signal ? { signal } : {});
        for (let next = Number(input.lastEventId); ; next += 1) {
          if (isPaced()) await ctx.drained();
          if (next >= lines.length) await more.next();
          yield tracked(String(next + 1), lines[next] ?? "");
        }
      }),
  });
}

async function serve({ ignores, unsentBytes, times }: Options = {}) {
  const lines: string[] = [];
  const said = new EventEmitter();
  const failures: unknown[] = [];
  const contexts: Context[] = [];
  const connections = new Connections();
  const resolveSession = vi.fn<SocketOptions<Router, typeof ann>["resolveSession"]>(
    async (cookie) => {
      if (cookie === "ann") return ann;
      return cookie === "bob" ? { user: { id: "bob" }, session: { id: "desk" } } : null;
    },
  );
  const http = createServer();
  const server = { paced: false };
  const sockets = attachSocket({
    server: http,
    router: createRouter(lines, said, () => server.paced),
    connections,
    log: { error: (error: unknown) => void failures.push(error), warn: () => {} },
    resolveSession,
    createContext(connection) {
      contexts.push(connection);
      return connection;
    },
    ...(ignores && { ignores }),
    ...(unsentBytes && { unsentBytes }),
    times: { drainMs: 0, revokeMs: 20, ...times },
  });
  const port = await listen(http);
  trash.defer(async () => {
    await sockets[Symbol.asyncDispose]();
    http.close();
  });

  function connect(by = port) {
    const closes: number[] = [];
    const received: string[] = [];
    const socket = createWSClient({
      url: `ws://127.0.0.1:${by}/trpc`,
      WebSocket: webSocketWith({ cookie: "ann" }),
      retryDelayMs: () => 5,
      onClose: (cause) => closes.push(cause?.code ?? 0),
    });
    const client = createTRPCClient<Router>({ links: [wsLink({ client: socket })] });
    client.lines.subscribe({}, { onData: ({ data }) => received.push(data) });
    trash.defer(() => socket.close());
    return { closes, lines: received };
  }

  function connectRaw(cookie = "ann") {
    const socket = new RawWebSocket(`ws://127.0.0.1:${port}/trpc`, { headers: { cookie } });
    trash.defer(() => socket.terminate());
    return socket;
  }

  return Object.assign(server, {
    port,
    http,
    sockets,
    connections,
    resolveSession,
    contexts,
    failures,
    connect,
    connectRaw,
    say(line: string) {
      lines.push(line);
      said.emit("line");
    },
  });
}
