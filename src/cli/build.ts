import { utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { requireCheckout } from "./checkout.ts";
import { CommandError } from "./command.ts";
import { newestChange } from "./newestChange.ts";
import { packageRoot } from "./packageRoot.ts";

export const usage = `Usage: npm run build

Builds the web app to dist/web and the server and command line to dist/server.

  --if-stale   only when the sources are newer than what was built`;

/** What the build is made from. */
const sources = [
  "src",
  "public",
  "vite.config.ts",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
];

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { "if-stale": { type: "boolean" } } });
  requireCheckout();
  const stamp = join(packageRoot, "dist", "built");
  const builtAt = await newestChange([stamp]);
  const changedAt = await newestChange(sources.map((name) => join(packageRoot, name)));
  if (values["if-stale"] && builtAt > changedAt) return;

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
