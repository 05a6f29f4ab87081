import { createSnugClient, indexedDbStorage } from "snug/client";

const [token = "", roomId = ""] = self.name.split(" ");
const channel = new BroadcastChannel("worker");

const client = createSnugClient({ url: location.origin, token, storage: indexedDbStorage() });
await client.connect();
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
channel.postMessage(client.snapshot?.rooms.map(({ id }) => id));
for await (const event of client.events()) {
  if (event.type !== "message.created" || event.message.body !== "ping") continue;
  await client.room(roomId).send("pong");
}
