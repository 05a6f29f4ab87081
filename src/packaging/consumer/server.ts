import { createServer } from "node:http";

import { createSnug, startServer, StartError } from "snug/server";
import type { RunningServer, Snug } from "snug/server";

export async function start(): Promise<string> {
  try {
    await using server: RunningServer = await startServer({ env: { PORT: "0", DATA_DIR: "data" } });
    // @ts-expect-error the store stays inside
    await server.store;
    return server.url;
  } catch (error) {
    return error instanceof StartError ? error.message : "";
  }
}

// @ts-expect-error settings are text
await startServer({ env: { PORT: 3000 } });

export async function mount(): Promise<Snug> {
  const snug = await createSnug({ env: { DATA_DIR: "data" }, webApp: false });
  createServer(snug.handle).on("upgrade", snug.upgrade).listen(0);
  return snug;
}
