import { join, relative, resolve } from "node:path";

import { createServer } from "vite";

export const root = join(import.meta.dirname, "..");

/** A page of somebody else's as its developer runs it, but on the sources of the package, before a server of ours. */
export async function servePage(folder: string, snugUrl: string) {
  const from = (path: string) => join(root, "src", path, "index.ts");
  const vite = await createServer({
    root: resolve(root, folder),
    configLoader: "native",
    logLevel: "error",
    cacheDir: join(root, "node_modules/.vite", relative(root, resolve(root, folder))),
    resolve: {
      alias: {
        "snug/client": from("client"),
        "snug/react": from("react"),
        "snug/widget": from("widget"),
      },
    },
    server: {
      port: 0,
      host: "127.0.0.1",
      hmr: false,
      proxy: { "/trpc": { target: snugUrl, ws: true }, "/files": snugUrl },
    },
  });
  await vite.listen();
  return { url: vite.resolvedUrls?.local[0] ?? "", [Symbol.asyncDispose]: () => vite.close() };
}
