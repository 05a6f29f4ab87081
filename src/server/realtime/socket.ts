import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";

import type { AnyRouter, inferRouterContext, TRPCError } from "@trpc/server";
import { WebSocketServer } from "ws";

import { SnugError } from "../../shared/errors.ts";
import { limits } from "../../shared/limits.ts";
import type { ConnectionParams } from "./calls.ts";
import { Calls } from "./calls.ts";
import { ClientSocket, closeCodes } from "./clientSocket.ts";
import type { Connections } from "./connections.ts";
import { keepAlive } from "./keepAlive.ts";
import type { Logger } from "./logTail.ts";
import { Outgoing } from "./outgoing.ts";
import { Pace } from "./pace.ts";
import type { Viewer } from "./port.ts";
import { refusalOf, refuse } from "./upgrade.ts";

export interface SocketOptions<Router extends AnyRouter, Session extends SignedIn> {
  server: Server;
  router: Router;
  connections: Connections;
  log: Logger;
  /** Who a request's headers say is there; `null` refuses an upgrade that does not announce more. */
  resolveSession(request: IncomingMessage): Promise<Session | null>;
  /**
   * Who a client is that announced to say so in its first message, `session` being what its headers say;
   * otherwise why it cannot stay. Without it, the headers count.
   */
  introduce?(
    params: ConnectionParams,
    session: Session | null,
  ): Promise<Session | "revoked" | "someoneElse">;
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
  /** What the client said of itself in its first message, where its address announced that. */
  params: ConnectionParams;
  drained: NonNullable<Viewer["drained"]>;
}

export interface SocketTimes {
  /** A client that was quiet for so long is asked whether it is there, and given so long to answer. */
  pingMs: number;
  pongWaitMs: number;
  /** How long a socket may be open before it says who is there, or asks for anything. */
  helloMs: number;
  /** How long clients keep their sockets after they were told to reconnect elsewhere. */
  drainMs: number;
  /** How long the other side of a closed socket may take to agree, and when its session is no more. */
  closeMs: number;
  revokeMs: number;
}

export interface SocketServer extends AsyncDisposable {
  /** How many sockets are open. */
  readonly size: number;
  /** Asks every client to open another socket, and then to let go of this one. */
  askToReconnect(): void;
  /** [RT10] Lets nobody in any more, and gives those who are there the time to go elsewhere. */
  drain(): Promise<void>;
}

const defaultTimes: SocketTimes = {
  pingMs: 30_000,
  pongWaitMs: 10_000,
  helloMs: 30_000,
  drainMs: 500,
  closeMs: 1_000,
  // Within a second all in all, and another process may have revoked it.
  revokeMs: 500,
};
const defaultUnsentBytes = 4 * 1024 * 1024;

/**
 * [RT7] [RT9] [RT10] Serves the router's subscriptions over WebSocket, beside whatever else `server`
 * does. Everything that can be refused is refused before the upgrade, where browsers and clients back
 * off by themselves.
 */
export function attachSocket<Router extends AnyRouter, Session extends SignedIn>(
  options: SocketOptions<Router, Session>,
): SocketServer {
  const { server, connections, log } = options;
  const times = { ...defaultTimes, ...options.times };
  const unsentBytes = options.unsentBytes ?? defaultUnsentBytes;
  const outgoing = new Outgoing();
  let draining: Promise<void> | null = null;

  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: limits.frameBytes,
    perMessageDeflate: false,
    WebSocket: ClientSocket,
  });
  const stopKeepingAlive = keepAlive(sockets.clients, times);

  function onUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (options.ignores?.(request)) return;
    // Before anything that takes time: those who were asked to go elsewhere try here again and again.
    const refusal = draining ? 503 : refusalOf(request, options.allowedOrigins ?? []);
    if (refusal !== null) refuse(socket, refusal);
    else void admit(request, socket, head);
  }

  async function admit(request: IncomingMessage, duplex: Duplex, head: Buffer): Promise<void> {
    const giveUp = () => duplex.destroy();
    duplex.on("error", giveUp);
    try {
      const session = await options.resolveSession(request);
      if (draining) return refuse(duplex, 503);
      if (session === null && !announcesParams(request)) return refuse(duplex, 401);
      duplex.off("error", giveUp);
      sockets.handleUpgrade(request, duplex, head, (socket) => {
        socket.plug({ duplex, outgoing, unsentBytes });
        open(socket, request, session);
      });
    } catch (error) {
      log.error(error, "A WebSocket could not be opened");
      giveUp();
    }
  }

  function open(socket: ClientSocket, request: IncomingMessage, session: Session | null): void {
    // Without a listener, what a client sends wrongly would end the process.
    socket.on("error", () => {});
    // Whoever announced to say who they are may turn out to be someone else.
    const awaitsParams = announcesParams(request);
    if (!awaitsParams && session) hang(socket, session);
    if (socket.readyState === socket.OPEN) serve(socket, { request, session, awaitsParams });
  }

  /** [RT7] From now on the socket ends with the session. */
  function hang(socket: ClientSocket, session: Session): void {
    const viewer = { userId: session.user.id, sessionId: session.session.id };
    const untrack = connections.track(viewer, (reason) =>
      socket.closeWithin(closeCodes[reason], reason === "revoked" ? times.revokeMs : times.closeMs),
    );
    socket.once("close", untrack);
  }

  function serve(socket: ClientSocket, opened: Opened<Session>): void {
    const calls = new Calls<Router>(socket, {
      router: options.router,
      createContext: contextFor(socket, opened),
      awaitsParams: opened.awaitsParams,
      onError: (failure) => options.onError?.(failure),
    });
    const pace = new Pace(limits.framesPerSecond);
    socket.on("message", (data, isBinary) => {
      socket.heard();
      if (!pace.allows()) return socket.closeWithin(closeCodes.unruly, times.closeMs);
      // A server's sockets get a message as one Buffer.
      const text = isBinary || !Buffer.isBuffer(data) ? "" : data.toString();
      if (text === "PING") socket.sendText("PONG");
      else if (text !== "PONG") calls.hear(text);
      // A ping says that somebody is there, but not who.
      socket.greeted = calls.haveBegun;
    });
    socket.once("close", () => calls.end());
  }

  /** Apart from what a socket keeps: the request, 2 KB, is let go of as soon as the context is there. */
  function contextFor(socket: ClientSocket, { request, session, awaitsParams }: Opened<Session>) {
    const drained = drainedOf(socket);
    return async (params: ConnectionParams) => {
      const known = awaitsParams ? await introduced(socket, session, params) : session;
      if (known === null) throw new SnugError("UNAUTHENTICATED", "Sign in first.");
      return options.createContext({ request, session: known, params, drained });
    };
  }

  async function introduced(
    socket: ClientSocket,
    session: Session | null,
    params: ConnectionParams,
  ): Promise<Session | null> {
    const known = (await options.introduce?.(params, session)) ?? session ?? "revoked";
    if (typeof known === "string") {
      socket.closeWithin(closeCodes[known], times.revokeMs);
      return null;
    }
    hang(socket, known);
    return known;
  }

  function askToReconnect(): void {
    for (const socket of sockets.clients) socket.sendText(reconnect);
  }

  function drain(): Promise<void> {
    return (draining ??= emptied());
  }

  async function emptied(): Promise<void> {
    askToReconnect();
    // What is left of that time must not hold a process that has nothing else to do.
    await Promise.race([allClosed(sockets.clients), delay(times.drainMs, null, { ref: false })]);
  }

  server.on("upgrade", onUpgrade);
  return {
    askToReconnect,
    get size() {
      return sockets.clients.size;
    },
    drain,
    async [Symbol.asyncDispose]() {
      await drain();
      for (const socket of sockets.clients) socket.closeWithin(closeCodes.restart, times.closeMs);
      await allClosed(sockets.clients);
      stopKeepingAlive();
      server.off("upgrade", onUpgrade);
    },
  };
}

interface Opened<Session> {
  request: IncomingMessage;
  session: Session | null;
  awaitsParams: boolean;
}

function drainedOf(socket: ClientSocket): () => Promise<void> | undefined {
  return () => socket.drained();
}

/** As tRPC's client does in the address when it has something to say of itself first. */
function announcesParams({ url = "" }: IncomingMessage): boolean {
  return /[?&]connectionParams=1(?:&|$)/.test(url);
}

/** As tRPC says it. */
const reconnect = JSON.stringify({ id: null, method: "reconnect" });

async function allClosed(sockets: ReadonlySet<ClientSocket>): Promise<void> {
  await Promise.all(
    [...sockets].map((socket) => new Promise((closed) => socket.once("close", closed))),
  );
}
