import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";

import type { AnyRouter, inferRouterContext, TRPCError } from "@trpc/server";
import { applyWSSHandler } from "@trpc/server/adapters/ws";
import type { WebSocket } from "ws";
import { WebSocketServer } from "ws";

import { limits } from "../../shared/limits.ts";
import { boundedSocket, closeCodes, closeWithin } from "./boundedSocket.ts";
import type { Connections } from "./connections.ts";
import type { Logger } from "./logTail.ts";
import type { Viewer } from "./port.ts";
import { refusalOf, refuse } from "./upgrade.ts";

export interface SocketOptions<Router extends AnyRouter, Session extends SignedIn> {
  server: Server;
  router: Router;
  connections: Connections;
  log: Logger;
  /** Who a `Cookie` header says is there; `null` refuses the upgrade. */
  resolveSession(cookieHeader: string | undefined): Promise<Session | null>;
  /** Once per socket. */
  createContext(
    connection: SocketConnection<Session>,
  ): inferRouterContext<Router> | Promise<inferRouterContext<Router>>;
  /** Origins besides the server's own whose pages may connect: `https://chat.example.com`. */
  allowedOrigins?: readonly string[];
  /** Upgrades that are another listener's business, such as hot module replacement. */
  ignores?(request: IncomingMessage): boolean;
  /** Called for every failure of a subscription or a socket. */
  onError?(failure: { error: TRPCError; path: string | undefined }): void;
  times?: Partial<SocketTimes>;
  /** [RT9] Bytes that may wait for a client to read them. */
  unsentBytes?: number;
}

export interface SignedIn {
  user: { id: string };
  session: { id: string };
}

/** What a context is made from. `drained` belongs into the viewer of `Realtime.stream`. */
export interface SocketConnection<Session> {
  request: IncomingMessage;
  session: Session;
  drained: NonNullable<Viewer["drained"]>;
}

export interface SocketTimes {
  /** A client that was quiet for so long is asked whether it is there, and given so long to answer. */
  pingMs: number;
  pongWaitMs: number;
  /** How long clients keep their sockets after they were told to reconnect elsewhere. */
  drainMs: number;
  /** How long the other side of a closed socket may take to agree, and when its session is no more. */
  closeMs: number;
  revokeMs: number;
}

export interface SocketServer extends AsyncDisposable {
  /** How many sockets are open. */
  readonly size: number;
}

const defaultTimes: SocketTimes = {
  pingMs: 30_000,
  pongWaitMs: 10_000,
  drainMs: 500,
  closeMs: 1_000,
  // Within a second all in all, and another process may have revoked it.
  revokeMs: 500,
};
const defaultUnsentBytes = 4 * 1024 * 1024;

/**
 * [RT7] [RT9] [RT10] Serves the router's subscriptions over WebSocket, beside whatever else `server`
 * does. Everything that can be refused is refused before the upgrade, where browsers and clients back
 * off by themselves; behind it stands the stock adapter, which no other file knows.
 */
export function attachSocket<Router extends AnyRouter, Session extends SignedIn>(
  options: SocketOptions<Router, Session>,
): SocketServer {
  const { server, connections, log } = options;
  const times = { ...defaultTimes, ...options.times };
  const admitted = new WeakMap<IncomingMessage, SocketConnection<Session>>();
  let draining = false;

  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: limits.frameBytes,
    perMessageDeflate: false,
    WebSocket: boundedSocket(options.unsentBytes ?? defaultUnsentBytes),
  });
  const adapter = applyWSSHandler<AnyRouter>({
    wss: sockets,
    router: options.router,
    createContext({ req }): unknown {
      const connection = admitted.get(req);
      if (connection === undefined) throw new Error("A socket came past the upgrade listener.");
      return options.createContext(connection);
    },
    keepAlive: { enabled: true, pingMs: times.pingMs, pongWaitMs: times.pongWaitMs },
    maxBatchSize: limits.batch,
    onError: ({ error, path }) => options.onError?.({ error, path }),
  });

  function onUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (options.ignores?.(request)) return;
    const refusal = refusalOf(request, options.allowedOrigins ?? []);
    if (refusal !== null) refuse(socket, refusal);
    else void admit(request, socket, head);
  }

  async function admit(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const giveUp = () => socket.destroy();
    socket.on("error", giveUp);
    try {
      const session = await options.resolveSession(request.headers.cookie);
      if (draining) return refuse(socket, 503);
      if (session === null) return refuse(socket, 401);
      socket.off("error", giveUp);
      admitted.set(request, { request, session, drained: () => drained(socket) });
      sockets.handleUpgrade(request, socket, head, (opened) => open(opened, request, session));
    } catch (error) {
      log.error(error, "A WebSocket could not be opened");
      giveUp();
    }
  }

  function open(socket: WebSocket, request: IncomingMessage, { user, session }: Session): void {
    // The adapter listens too, but not to a socket that is closed before it gets it.
    socket.on("error", () => {});
    const untrack = connections.track({ userId: user.id, sessionId: session.id }, (reason) =>
      closeWithin(
        socket,
        closeCodes[reason],
        reason === "revoked" ? times.revokeMs : times.closeMs,
      ),
    );
    socket.once("close", untrack);
    if (socket.readyState === socket.OPEN) sockets.emit("connection", socket, request);
  }

  server.on("upgrade", onUpgrade);
  return {
    get size() {
      return sockets.clients.size;
    },
    async [Symbol.asyncDispose]() {
      draining = true;
      adapter.broadcastReconnectNotification();
      await Promise.race([allClosed(sockets), delay(times.drainMs)]);
      for (const socket of sockets.clients) closeWithin(socket, closeCodes.restart, times.closeMs);
      await allClosed(sockets);
      server.off("upgrade", onUpgrade);
    },
  };
}

async function allClosed(sockets: WebSocketServer): Promise<void> {
  await Promise.all(
    [...sockets.clients].map((socket) => new Promise((closed) => socket.once("close", closed))),
  );
}

/** Settles when the socket can take more; nothing when it can already. */
function drained(socket: Duplex): Promise<void> | undefined {
  if (!socket.writableNeedDrain) return undefined;
  return new Promise((resolve) => {
    function done(): void {
      socket.off("drain", done);
      socket.off("close", done);
      resolve();
    }
    socket.on("drain", done);
    socket.on("close", done);
  });
}
