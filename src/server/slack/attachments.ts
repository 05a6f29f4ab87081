import { markdownFromBlocks } from "./blocks.ts";
import { emphasise, escapeText, joinBlocks, link, quote } from "./markdown.ts";
import type { Directory } from "./mrkdwn.ts";
import { markdownFrom } from "./mrkdwn.ts";
import type { SlackAttachment } from "./records.ts";

/** A preview that Slack made of a link in the text: the link is kept, the preview is not. */
export function isLinkPreview(attachment: SlackAttachment): boolean {
  if (attachment.is_msg_unfurl || attachment.is_share) return false;
  return attachment.from_url !== undefined || attachment.original_url !== undefined;
}

/** What a bot posted beside its text, or the message that someone shared: a quotation below the text. */
export function markdownFromAttachment(attachment: SlackAttachment, directory: Directory): string {
  const { pretext, title, title_link, text, fields, author_name, footer, image_url } = attachment;
  const content = joinBlocks([
    author_name && emphasise("**", escapeText(author_name)),
    title && titleFrom(title, title_link, directory),
    text && markdownFrom(text, directory, isFormatted(attachment, "text")),
    ...fields.map((field) => fieldFrom(field, attachment, directory)),
    image_url && link(image_url, "Image"),
    markdownFromBlocks(attachment.blocks, directory),
    footer && emphasise("_", escapeText(footer)),
  ]);
  const before = pretext && markdownFrom(pretext, directory, isFormatted(attachment, "pretext"));
  const shown = joinBlocks([before, content && quote(content)]);
  return shown === "" && attachment.fallback !== undefined
    ? markdownFrom(attachment.fallback, directory, false)
    : shown;
}

/** Of a bot that names the fields it wants formatted, the others are plain. */
function isFormatted(
  { mrkdwn_in }: SlackAttachment,
  field: "text" | "pretext" | "fields",
): boolean {
  return mrkdwn_in === undefined || mrkdwn_in.includes(field);
}

function titleFrom(title: string, address: string | undefined, directory: Directory): string {
  const words = markdownFrom(title, directory, false);
  return emphasise("**", address === undefined ? words : link(address, title));
}

function fieldFrom(
  { title, value = "" }: SlackAttachment["fields"][number],
  attachment: SlackAttachment,
  directory: Directory,
): string {
  const words = markdownFrom(value, directory, isFormatted(attachment, "fields"));
  if (title === undefined || title === "") return words;
  return `${emphasise("**", escapeText(title))}${words.includes("\n") ? "\n" : ": "}${words}`;
}
