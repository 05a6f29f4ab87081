import { EventEmitter, on } from "node:events";
import { createServer } from "node:http";

import { createTRPCClient, createWSClient, wsLink } from "@trpc/client";
import { initTRPC, tracked } from "@trpc/server";
import { vi } from "vitest";
import { WebSocket as RawWebSocket } from "ws";
import { z } from "zod";

import { Connections } from "../server/realtime/connections.ts";
import type { SocketConnection, SocketOptions, SocketTimes } from "../server/realtime/socket.ts";
import { attachSocket } from "../server/realtime/socket.ts";
import { listen } from "./listen.ts";
import { upgradeHeaders } from "./rawUpgrade.ts";
import { webSocketWith } from "./webSocketWith.ts";

export const ann = { user: { id: "ann" }, session: { id: "phone" } };

/** An upgrade of Ann's that nothing speaks against. */
export const admitted = ["GET /trpc HTTP/1.1", "Host: x", ...upgradeHeaders, "Cookie: ann"];

export function eventually(check: () => void): Promise<void> {
  return vi.waitFor(check, { interval: 5, timeout: 15_000 });
}

function sessionOf(name: string | undefined): typeof ann | null {
  if (name === "ann") return ann;
  return name === "bob" ? { user: { id: "bob" }, session: { id: "desk" } } : null;
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
          while (next >= lines.length) await more.next();
          yield tracked(String(next + 1), lines[next] ?? "");
        }
      }),
  });
}

/**
 * Lines behind the real socket handler, with sessions by name: Ann on her phone, Bob at his desk. Everything
 * that it opened ends with it.
 */
export async function serveLines({ ignores, unsentBytes, times }: Options = {}) {
  const opened = new AsyncDisposableStack();
  const lines: string[] = [];
  const said = new EventEmitter();
  const failures: unknown[] = [];
  const contexts: Context[] = [];
  const connections = new Connections();
  const resolveSession = vi.fn<SocketOptions<Router, typeof ann>["resolveSession"]>(
    async ({ headers }) => sessionOf(headers.cookie),
  );
  const http = createServer();
  const server = { paced: false };
  const sockets = attachSocket({
    server: http,
    router: createRouter(lines, said, () => server.paced),
    connections,
    log: { error: (error: unknown) => void failures.push(error), warn: () => {} },
    resolveSession,
    introduce: async (params, session) =>
      (params ? sessionOf(params["name"]) : session) ?? "revoked",
    createContext(connection) {
      contexts.push(connection);
      return connection;
    },
    ...(ignores && { ignores }),
    ...(unsentBytes && { unsentBytes }),
    times: { drainMs: 0, revokeMs: 20, ...times },
  });
  const port = await listen(http);
  opened.defer(async () => {
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
    opened.defer(() => socket.close());
    return { closes, lines: received };
  }

  function connectRaw(cookie = "ann", search = "") {
    const url = `ws://127.0.0.1:${port}/trpc${search}`;
    const socket = new RawWebSocket(url, { headers: { cookie } });
    opened.defer(() => socket.terminate());
    return socket;
  }

  return Object.assign(server, {
    opened,
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
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  });
}
