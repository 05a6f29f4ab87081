import type { IncomingMessage, Server } from "node:http";
import { join } from "node:path";

import type { FastifyInstance } from "fastify";

/**
 * Serves the web app from its sources through Vite, on the server's own port and with hot module
 * replacement. For development: Vite is imported here and only when this is called.
 *
 * What no route of `fastify` answers goes to Vite, so call this instead of serving `dist/web`, and
 * leave the not-found handler to it.
 */
export async function attachVite(fastify: FastifyInstance, httpServer: Server): Promise<void> {
  // Imported here as well, since it brings undici along: half a dozen exports that nobody uses need it.
  const { createServer } = await import("node:http");
  const { createServer: createVite } = await import("vite");
  const vite = await createVite({
    configFile: join(import.meta.dirname, "../../../vite.config.ts"),
    // A bundled copy of the configuration would be one more file that comes and goes under
    // `node --watch`, and restart the server for nothing.
    configLoader: "native",
    appType: "spa",
    clearScreen: false,
    server: { middlewareMode: true, ws: { server: hotUpdateUpgrades(httpServer, createServer()) } },
  });
  // Before the server closes, which waits until the last socket is gone: Vite's would never go.
  fastify.addHook("preClose", async () => {
    await vite.close();
    // Browsers open spare connections without a request on them, which count as busy for a minute:
    // too long to wait for at every saved file.
    const closing = setInterval(() => httpServer.closeAllConnections(), 50);
    httpServer.once("close", () => clearInterval(closing));
  });
  fastify.setNotFoundHandler((request, reply) => {
    reply.hijack();
    // Vite puts scripts and styles into its pages, which the policy for the built ones refuses.
    reply.raw.removeHeader("content-security-policy");
    vite.middlewares(request.raw, reply.raw);
  });
}

/**
 * True for the upgrade of Vite's own socket. The server's listener leaves it alone in development:
 * an HTTP server hands every upgrade to all of its listeners.
 */
export function isHotUpdateUpgrade(request: IncomingMessage): boolean {
  const protocol = request.headers["sec-websocket-protocol"];
  return protocol === "vite-hmr" || protocol === "vite-ping";
}

/**
 * A server that never listens and passes on the hot-update upgrades of the real one. Vite's own
 * listener would see all of them, and throws on URLs that ours refuses.
 */
function hotUpdateUpgrades(httpServer: Server, upgrades: Server): Server {
  httpServer.on("upgrade", (request, socket, head) => {
    if (!isHotUpdateUpgrade(request)) return;
    const taken = upgrades.emit("upgrade", request, socket, head);
    // Vite has closed before the server: a socket that nobody answers would keep it from closing.
    if (!taken) socket.destroy();
  });
  return upgrades;
}
