import { readdir } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { join, relative, sep } from "node:path";

import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";

import { SnugError } from "../../shared/errors.ts";

/**
 * The built web app. Every address that names a page gets `index.html`, and the app finds out what to
 * show; files that are not there, and what is below the API's paths, are not found.
 */
export async function serveWebApp(app: FastifyInstance, folder: string): Promise<void> {
  app.setNotFoundHandler(answerNothing);
  const files = await filesIn(folder);
  const built = files.has("index.html");
  if (built) {
    await app.register(fastifyStatic, {
      root: folder,
      // By itself it makes two routes for each file, of which there are hundreds: half the time of a start.
      serve: false,
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
  app.get<{ Params: { "*": string } }>("/*", async ({ params, url }, reply) => {
    const path = params["*"];
    if (files.has(path)) return reply.sendFile(path);
    if (!namesPage(url)) return answerNothing();
    if (built) return reply.sendFile("index.html");
    throw new SnugError("UNAVAILABLE", "The web app is not built: run `npm run build`.");
  });
}

/** Those that are there when the server starts: no others are served. */
async function filesIn(folder: string): Promise<ReadonlySet<string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile());
  return new Set(
    files.map(({ parentPath, name }) =>
      relative(folder, join(parentPath, name)).replaceAll(sep, "/"),
    ),
  );
}

/**
 * The address with its escapes taken as they stand where they cannot be decoded: Fastify refuses those
 * before any route, and the app has better words for a page that is not there.
 */
export function decodableUrl({ url = "/" }: Pick<IncomingMessage, "url">): string {
  try {
    decodeURI(url.replace(/\?.*$/, ""));
    return url;
  } catch {
    return namesPage(url) ? url.replaceAll("%", "%25") : url;
  }
}

function namesPage(url: string): boolean {
  const path = url.replace(/\?.*$/, "");
  return !/^\/(?:trpc|api|files|assets)(?:\/|$)|\.\w+$/.test(path);
}

/** Where there is no page, and no file either. */
export function answerNothing(): never {
  throw new SnugError("NOT_FOUND", "There is nothing here.");
}
