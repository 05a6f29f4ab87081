import { readdir, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { requireCheckout } from "./checkout.ts";
import { CommandError } from "./command.ts";
import { packageRoot } from "./packageRoot.ts";

export const usage = `Usage: npm run build

Builds the web app to dist/web and the server and command line to dist/server.

  --if-stale   only when the sources are newer than what was built`;

/** What the build is made from: when any of it is newer than the stamp, the build is stale. */
const sources = ["src", "public", "vite.config.ts", "tsconfig.json", "package-lock.json"];
const stamp = join(packageRoot, "dist", "built");

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { "if-stale": { type: "boolean" } } });
  requireCheckout();
  const builtAt = await modified(stamp);
  if (values["if-stale"] && builtAt > (await newestSource())) return;

  console.log(builtAt > 0 ? "Building anew: the sources have changed." : "Building Snug.");
  const startedAt = new Date();
  await build();
  // As of the start, so that a file saved during the build leaves it stale.
  await writeFile(stamp, "");
  await utimes(stamp, startedAt, startedAt);
}

async function build(): Promise<void> {
  const { createBuilder } = await import("vite");
  const configFile = join(packageRoot, "vite.config.ts");
  const builder = await createBuilder({ configFile, logLevel: "warn" }, null);
  try {
    await builder.buildApp();
  } catch (error) {
    // The bundler's message shows the place; its stack is about the bundler.
    throw new CommandError(error instanceof Error ? error.message : String(error));
  }
}

async function newestSource(): Promise<number> {
  return Math.max(...(await Promise.all(sources.map((name) => newest(join(packageRoot, name))))));
}

/** The latest change to a file or anywhere below a folder; a deletion touches the folder itself. */
async function newest(path: string): Promise<number> {
  const entries = await readdir(path, { recursive: true }).catch(() => []);
  const times = entries.map((entry) => modified(join(path, entry)));
  return Math.max(await modified(path), ...(await Promise.all(times)));
}

/** When it was last modified, in milliseconds since 1970; 0 for what does not exist. */
async function modified(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  return found?.mtimeMs ?? 0;
}
