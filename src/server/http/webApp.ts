import { existsSync } from "node:fs";
import { join } from "node:path";

import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyRequest } from "fastify";

import { SnugError } from "../../shared/errors.ts";

/**
 * The built web app. Every address that names a page gets `index.html`, and the app finds out what to
 * show; files that are not there, and what is below the API's paths, are not found.
 */
export async function serveWebApp(app: FastifyInstance, folder: string): Promise<void> {
  const built = existsSync(join(folder, "index.html"));
  if (built) {
    await app.register(fastifyStatic, {
      root: folder,
      // The files that are there when the server starts, and no others: a route each.
      wildcard: false,
      index: false,
      preCompressed: true,
      cacheControl: false,
      setHeaders(reply, path) {
        // Their names change with their content; everything else is asked for anew.
        const hashed = path.startsWith(join(folder, "assets"));
        const caching = hashed ? "public, max-age=31536000, immutable" : "no-cache";
        void reply.header("cache-control", caching);
      },
    });
  }
  app.setNotFoundHandler(async (request, reply) => {
    if (!namesPage(request)) throw new SnugError("NOT_FOUND", "There is nothing here.");
    if (built) return reply.sendFile("index.html");
    throw new SnugError("UNAVAILABLE", "The web app is not built: run `npm run build`.");
  });
}

function namesPage({ method, url }: FastifyRequest): boolean {
  const path = url.replace(/\?.*$/, "");
  return method === "GET" && !/^\/(?:trpc|api|files|assets)(?:\/|$)|\.\w+$/.test(path);
}
