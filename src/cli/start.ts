import { parseArgs } from "node:util";
import { setFlagsFromString } from "node:v8";

import { serve } from "./serve.ts";

export const usage = `Usage: snug start [--json]

Serves the workspace until it is stopped. Everything is set in the environment, and everything has
a default: PORT (3000), HOST, DATA_DIR (./data), PUBLIC_URL. README.md lists them all.

  --json   says that it is ready, and where, as a line of JSON`;

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { json: { type: "boolean" } } });
  // A start makes much garbage and keeps little of it. V8 would let its young generation grow for that, to
  // 30 MB that an idle server never gives back; under load it may grow again.
  setFlagsFromString("--semi-space-growth-factor=1");
  await serve({
    vite: false,
    json: values.json === true,
    onReady: () => setFlagsFromString("--semi-space-growth-factor=2"),
  });
}
