// Answers one "ping", and leaves.
import { createSnugClient } from "snug/client";

const { SNUG_URL: url = "", SNUG_TOKEN: token = "" } = process.env;
const client = createSnugClient({ url, token });
await client.connect();
console.log("online");
for await (const event of client.events()) {
  if (event.type !== "message.created") continue;
  if (event.message.body !== "ping") continue;
  const answer = await client.room(event.message.roomId).send("pong");
  console.log(answer.body);
  break;
}
await client.disconnect();
