import { once } from "node:events";
import { createServer } from "node:net";

import { listen } from "./listen.ts";

/** One that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const holder = createServer();
  const port = await listen(holder);
  holder.close();
  await once(holder, "close");
  return port;
}
