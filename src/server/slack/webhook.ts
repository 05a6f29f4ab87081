import { z } from "zod";

import { limits } from "../../shared/limits.ts";
import { markdownFromAttachment } from "./attachments.ts";
import { markdownFromBlocks } from "./blocks.ts";
import { joinBlocks } from "./markdown.ts";
import type { Directory } from "./mrkdwn.ts";
import { markdownFrom } from "./mrkdwn.ts";
import { attachmentSchema, listOf } from "./records.ts";
import { emojiNamed } from "./shortcodes.ts";

/** What is posted to a webhook: as Slack takes it, or with a `body` in Markdown. */
export const webhookPayloadSchema = z.object({
  body: z.string().optional(),
  text: z.string().optional(),
  username: z.string().optional(),
  icon_emoji: z.string().optional(),
  blocks: listOf(z.unknown()),
  attachments: listOf(attachmentSchema),
});

/** Ids of Slack's stand for nothing here. */
const nobody: Directory = { user: () => undefined, room: () => undefined };

/** `body` is empty when the payload says nothing. */
export function messageFrom(payload: z.infer<typeof webhookPayloadSchema>): {
  body: string;
  authorName: string | null;
} {
  const { body, text = "", blocks, attachments } = payload;
  const fromBlocks = blocks.length > 0 && markdownFromBlocks(blocks, nobody);
  const said = fromBlocks || markdownFrom(text, nobody);
  const below = attachments.map((attachment) => markdownFromAttachment(attachment, nobody));
  return { body: (body ?? joinBlocks([said, ...below])).trim(), authorName: nameOf(payload) };
}

/** One line; the emoji stands where Slack would show it as a picture. */
function nameOf({
  username = "",
  icon_emoji = "",
}: z.infer<typeof webhookPayloadSchema>): string | null {
  const name = username.replaceAll(/[\p{C}\s]+/gu, " ").trim();
  if (name === "") return null;
  const emoji = emojiNamed(icon_emoji.replaceAll(":", ""));
  const whole = emoji === undefined ? name : `${emoji} ${name}`;
  return Array.from(whole).slice(0, limits.displayName).join("");
}
