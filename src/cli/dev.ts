import { parseArgs } from "node:util";

import { requireCheckout } from "./checkout.ts";
import { serve } from "./serve.ts";

export const usage = `Usage: npm run dev

Serves the workspace from its sources: the web app through Vite with hot module replacement, on the
same port as the API. "npm run dev" also restarts the server when its code changes.`;

export async function run(args: string[]): Promise<void> {
  parseArgs({ args, options: {} });
  requireCheckout();
  await serve({ vite: true });
}
