import { startServer, StartError } from "snug/server";
import type { RunningServer } from "snug/server";

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
