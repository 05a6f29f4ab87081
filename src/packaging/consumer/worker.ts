import { parentPort, workerData } from "node:worker_threads";

import { createSnugClient } from "snug/client";

const { url, token, roomId }: Record<"url" | "token" | "roomId", string> = workerData;
await using client = createSnugClient({ url, token });
await client.connect();
parentPort?.postMessage(client.snapshot?.rooms.map(({ id }) => id));
for await (const event of client.events()) {
  if (event.type !== "message.created" || event.message.body !== "ping") continue;
  await client.room(roomId).send("pong");
  break;
}
