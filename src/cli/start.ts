import { parseArgs } from "node:util";

import { serve } from "./serve.ts";
import { YoungGeneration } from "./youngGeneration.ts";

export const usage = `Usage: snug start [--json]

Serves the workspace until it is stopped. Everything is set in the environment, and everything has
a default: PORT (3000), HOST, DATA_DIR (./data), PUBLIC_URL. README.md lists them all.

  --json   says that it is ready, and where, as a line of JSON`;

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { json: { type: "boolean" } } });
  const young = new YoungGeneration();
  // A start makes much garbage and keeps little of it.
  young.hold();
  await serve({
    vite: false,
    json: values.json === true,
    onReady: () => young.release(),
  });
}
