import { setImmediate as nextTurn } from "node:timers/promises";

import type { FastifyBaseLogger, FastifyInstance } from "fastify";

import type { Connections } from "../realtime/connections.ts";
import { attachSocket } from "../realtime/socket.ts";
import type { SocketServer } from "../realtime/socket.ts";
import { appRouter } from "../router.ts";
import type { Context } from "../routers/context.ts";
import type { Services } from "../services/services.ts";
import { identify } from "./identity.ts";
import { logUnexpected } from "./trpc.ts";
import { isHotUpdateUpgrade } from "./vite.ts";

export interface SocketsOptions {
  services: Services;
  connections: Connections;
  logger: FastifyBaseLogger;
  allowedOrigins: readonly string[];
  publicUrl: string | null;
  /** Whether Vite listens on the same port. */
  vite: boolean;
}

/** Subscriptions, at `/trpc` over WebSocket. */
export function serveSockets(app: FastifyInstance, options: SocketsOptions): SocketServer {
  const { services, connections, logger, allowedOrigins, publicUrl, vite } = options;
  const sockets = attachSocket({
    server: app.server,
    router: appRouter,
    connections,
    log: logger,
    allowedOrigins,
    ignores: (request) => vite && isHotUpdateUpgrade(request),
    async resolveSession({ headers }) {
      const host = headers.host ?? "";
      return (await identify({ headers, host }, { services, publicUrl })).viewer;
    },
    async introduce(params, session) {
      const { token, userId } = params ?? {};
      const viewer = token === undefined ? session : await services.tokens.resume(token);
      if (viewer === null) return "revoked";
      return userId === undefined || userId === viewer.user.id ? viewer : "someoneElse";
    },
    createContext: ({ request, session, drained }): Context => ({
      services,
      viewer: { ...session, drained },
      transport: "websocket",
      request: {
        address: request.socket.remoteAddress ?? "",
        userAgent: request.headers["user-agent"] ?? "",
        publicUrl: "",
      },
      // Only mutations ask for it, and they do not come over a socket.
      setSessionToken() {},
    }),
    onError: ({ error, path }) => logUnexpected(logger, error, path),
  });
  let ended: Promise<void> | undefined;
  app.addHook("preClose", async () => {
    await sockets.drain();
    ended = endUnheard(sockets);
  });
  app.addHook("onClose", () => ended);
  return sockets;
}

/**
 * Right after the server stopped listening, which it does next. Until then sockets serve; whoever loses one
 * knocks again at once, and all of them would be answered, turned away, and kept from the server that comes next.
 */
async function endUnheard(sockets: SocketServer): Promise<void> {
  await nextTurn();
  await sockets[Symbol.asyncDispose]();
}
