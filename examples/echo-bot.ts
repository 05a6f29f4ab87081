/**
 * Says again what somebody says to it, also what they said while it was away. Make a bot under
 * Admin → Bots, add it to a room, and
 *
 *     SNUG_URL=http://localhost:3000 SNUG_TOKEN=… node examples/echo-bot.ts
 */
import { readFile, rename, writeFile } from "node:fs/promises";

import { createSnugClient } from "snug/client";
import type { LogEvent } from "snug/types";

const client = createSnugClient({
  url: process.env.SNUG_URL ?? "http://localhost:3000",
  token: process.env.SNUG_TOKEN ?? "",
});

/** Holds how far in the log it came. */
const place = process.env.ECHO_BOT_PLACE ?? "echo-bot.cursor";

async function answer(roomId: string, body: string, threadRootId: string | null): Promise<void> {
  client.room(roomId).setTyping(true);
  await client.room(roomId).send({ body: `> ${body}`, threadRootId });
}

async function hear(event: LogEvent, me: string): Promise<void> {
  if (event.type !== "message.created") return;
  const { roomId, authorId, body, mentions, threadRootId } = event.message;
  if (authorId === me || !mentions.userIds.includes(me)) return;
  await answer(roomId, body.replaceAll(`<@${me}>`, "").trim(), threadRootId);
}

const events = client.events();
const after = await readFile(place, "utf8").catch(() => undefined);
await client.connect({ after });
process.stdout.write("Listening.\n");

// One after the other, each kept as done when it is: nothing is left out when it ends in between.
const me = client.snapshot?.me.id ?? "";
for await (const event of events) {
  try {
    await hear(event, me);
  } catch (error) {
    process.stderr.write(`${String(error)}\n`);
  }
  // In one step: a file that is cut off would be no place to go on from.
  await writeFile(`${place}.new`, client.cursorAfter(event));
  await rename(`${place}.new`, place);
}
