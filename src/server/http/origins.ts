import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import { SnugError } from "../../shared/errors.ts";
import { mayConnectFrom } from "../realtime/upgrade.ts";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Keeps other people's pages from using someone's cookie, beside its `SameSite`: what changes something
 * must come from our own pages, from an origin that the operator named, or from a program, which has
 * no cookie of anyone's. Pages of a named origin get the headers that let them read the answers; their
 * requests count by the token they show, never by a cookie.
 */
export function guardOrigins(app: FastifyInstance, allowedOrigins: readonly string[]): void {
  app.addHook("onRequest", async (request, reply) => {
    const { origin } = request.headers;
    if (origin !== undefined && allowedOrigins.includes(origin)) letRead(reply, origin);
    if (!safeMethods.has(request.method) && !comesFromOurs(request, allowedOrigins)) {
      throw new SnugError("FORBIDDEN", "Pages of other sites cannot do this.");
    }
  });
  for (const path of ["/trpc/*", "/api/*", "/files", "/files/*"]) {
    app.options(path, async (_request, reply) => reply.code(204).send());
  }
}

function comesFromOurs(request: FastifyRequest, allowedOrigins: readonly string[]): boolean {
  const { origin } = request.headers;
  if (origin !== undefined) return mayConnectFrom(origin, request.host, allowedOrigins);
  const site = request.headers["sec-fetch-site"];
  return site === undefined || site === "same-origin" || site === "none";
}

function letRead(reply: FastifyReply, origin: string): void {
  void reply.headers({
    vary: "origin",
    "access-control-allow-origin": origin,
    "access-control-allow-methods": "GET, POST, PATCH, DELETE",
    "access-control-allow-headers":
      "authorization, content-type, idempotency-key, last-event-id, trpc-accept",
    "access-control-max-age": "600",
    "cross-origin-resource-policy": "cross-origin",
  });
}
