import { once } from "node:events";
import type { Server } from "node:net";

/** Listens on a free port of this machine and says so. */
export async function listenAndSay(server: Server): Promise<void> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("Not a network server.");
  console.log(`ready ${address.port}`);
}
