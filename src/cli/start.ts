import { parseArgs } from "node:util";

import { serve } from "./serve.ts";

export const usage = `Usage: snug start

Serves the workspace until it is stopped. Everything is set in the environment, and everything has
a default: PORT (3000), HOST, DATA_DIR (./data), PUBLIC_URL. README.md lists them all.`;

export async function run(args: string[]): Promise<void> {
  parseArgs({ args, options: {} });
  // Stacks in the log then name the sources, not the bundle.
  process.setSourceMapsEnabled(true);
  await serve({ vite: false });
}
