/**
 * Says again what somebody says to it. Make a bot under Admin → Bots, add it to a room, and
 *
 *     SNUG_URL=http://localhost:3000 SNUG_TOKEN=… node examples/echo-bot.ts
 */
import { createSnugClient } from "snug/client";

const client = createSnugClient({
  url: process.env.SNUG_URL ?? "http://localhost:3000",
  token: process.env.SNUG_TOKEN ?? "",
});
await client.connect();
process.stdout.write("Listening.\n");

client.on("message.created", ({ message }) => {
  const me = client.snapshot?.me.id ?? "";
  if (message.authorId === me || !message.mentions.userIds.includes(me)) return;
  const body = message.body.replaceAll(`<@${me}>`, "").trim();
  client.room(message.roomId).setTyping(true);
  client
    .room(message.roomId)
    .send({ body: `> ${body}`, threadRootId: message.threadRootId })
    .catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
});
