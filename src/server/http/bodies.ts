import type { IncomingMessage } from "node:http";

import type { FastifyInstance } from "fastify";

/** Time for a body that is not an upload, and for an upload from each of its parts to the next. */
export const bodyMs = 60_000;

/** Hangs up on whoever sends a byte a minute. Uploads are timed by who reads them. */
export function boundBodies(app: FastifyInstance, { except }: { except: readonly string[] }): void {
  app.addHook("onRequest", async ({ method, raw, routeOptions }) => {
    if (method === "GET" || method === "HEAD") return;
    if (routeOptions.url === undefined || !except.includes(routeOptions.url)) bound(raw);
  });
  // A refused upload may still be coming.
  app.addHook("onResponse", async ({ raw }) => bound(raw));
}

function bound(request: IncomingMessage): void {
  if (request.complete) return;
  const timer = setTimeout(() => {
    if (!request.complete) request.destroy();
  }, bodyMs);
  timer.unref();
  request.once("close", () => clearTimeout(timer));
}
