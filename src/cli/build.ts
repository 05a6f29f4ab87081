import { utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";

import type { ViteBuilder } from "vite";

import { requireCheckout } from "./checkout.ts";
import { CommandError } from "./command.ts";
import { newestChange } from "./newestChange.ts";
import { packageRoot } from "./packageRoot.ts";

export const usage = `Usage: npm run build

Builds the web app to dist/web and the server and command line to dist/server.

  --package    also what other projects import, to dist/package
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
  const { values } = parseArgs({
    args,
    options: { "if-stale": { type: "boolean" }, package: { type: "boolean" } },
  });
  requireCheckout();
  const ifStale = values["if-stale"] ?? false;
  await buildPart("Snug", { ifStale, stamp: "dist/built", build: (builder) => builder.buildApp() });
  if (!values.package) return;
  const stamp = "dist/package/built";
  await buildPart("the package", { ifStale, stamp, build: buildPackage });
}

interface Part {
  ifStale: boolean;
  /** As old as the sources that the part was built from. */
  stamp: string;
  build: (builder: ViteBuilder) => Promise<unknown>;
}

async function buildPart(name: string, { ifStale, stamp, build }: Part): Promise<void> {
  const stampFile = join(packageRoot, stamp);
  const builtAt = await newestChange([stampFile]);
  const changedAt = await newestChange(sources.map((source) => join(packageRoot, source)));
  if (ifStale && builtAt > changedAt) return;

  console.log(`Building ${name}${builtAt > 0 ? " anew: the sources have changed" : ""}.`);
  const startedAt = new Date();
  // Vite heeds what is set, and a test runner sets "test": people would get React's development half.
  process.env["NODE_ENV"] = "production";
  const { createBuilder } = await import("vite");
  const configFile = join(packageRoot, "vite.config.ts");
  try {
    await build(await createBuilder({ configFile, logLevel: "warn" }, null));
  } catch (error) {
    // The bundler's message shows the place; its stack is about the bundler.
    throw new CommandError(error instanceof Error ? error.message : String(error));
  }
  // As of the start, so that a file saved during the build leaves it stale.
  await writeFile(stampFile, "");
  await utimes(stampFile, startedAt, startedAt);
}

async function buildPackage(builder: ViteBuilder): Promise<void> {
  const environment = builder.environments.package;
  if (environment) await builder.build(environment);
}
