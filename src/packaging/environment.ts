import { join } from "node:path";

import type { EnvironmentOptions } from "vite";

import { declarations } from "./declarations.ts";
import { entries } from "./entries.ts";

/**
 * What the package brings along or asks its user for. Everything else is bundled: `@trpc/react-query`, as
 * its peers name one version of tRPC, and what is small.
 */
const external = /^(?:@trpc\/(?:client|server)|react|react-dom|@tanstack\/react-query)(?:\/|$)/;

/** How Vite builds what other projects import, to `dist/package`. */
export function packageEnvironment(root: string): EnvironmentOptions {
  const outDir = join(root, "dist/package");
  return {
    consumer: "client",
    build: {
      outDir,
      emptyOutDir: true,
      copyPublicDir: false,
      sourcemap: true,
      minify: false,
      target: "es2022",
      lib: { entry: sourcesOf(root), formats: ["es"] },
      rolldownOptions: {
        external,
        checks: { bundlerTimings: false },
        output: { entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
        plugins: [declarations({ root, outDir })],
      },
    },
  };
}

function sourcesOf(root: string): Record<string, string> {
  return Object.fromEntries(
    entries
      .filter(({ runsIn }) => runsIn !== "node")
      .map(({ name, source }) => [name, join(root, source)]),
  );
}
