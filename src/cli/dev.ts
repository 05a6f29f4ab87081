import { parseArgs } from "node:util";

import { requireCheckout } from "./checkout.ts";
import { serve } from "./serve.ts";

export const usage = `Usage: npm run dev [-- --json]

Serves the workspace from its sources: the web app through Vite with hot module replacement, on the
same port as the API. "npm run dev" also restarts the server when its code changes.

  --json   says that it is ready, and where, as a line of JSON`;

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { json: { type: "boolean" } } });
  requireCheckout();
  await serve({ vite: true, json: values.json === true });
}
