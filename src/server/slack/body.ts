import { asAction } from "../../shared/commands.ts";
import { isLinkPreview, markdownFromAttachment } from "./attachments.ts";
import { markdownFromBlocks } from "./blocks.ts";
import { escapeText, joinBlocks, link } from "./markdown.ts";
import type { Directory } from "./mrkdwn.ts";
import { markdownFrom } from "./mrkdwn.ts";
import type { SlackFile, SlackMessage } from "./records.ts";

/** Everything that a message says, as Markdown; `linked` are those of its files that come without bytes. */
export function bodyOf(message: SlackMessage, linked: SlackFile[], directory: Directory): string {
  const { subtype, attachments, file } = message;
  return joinBlocks(
    [
      subtype === "file_comment" && file && `On ${fileLink(file)}:`,
      textOf(message, directory),
      ...attachments
        .filter((attachment) => !isLinkPreview(attachment))
        .map((attachment) => markdownFromAttachment(attachment, directory)),
      ...linked.map((each) => `📎 ${fileLink(each)}`),
    ].map((block) => block || undefined),
  );
}

/** A message's files: older exports name one, and also where it is only spoken of. */
export function filesOf({ files, file, subtype }: SlackMessage): SlackFile[] {
  if (files.length > 0) return files;
  const isOnlyNamed = subtype === "file_comment" || subtype === "file_mention";
  return file === undefined || isOnlyNamed ? [] : [file];
}

function textOf(message: SlackMessage, directory: Directory): string {
  const { subtype, text = "", file, comment } = message;
  switch (subtype) {
    // Its text is Slack's own sentence about the upload; what the person wrote is beside it.
    case "file_share":
      if (file === undefined) break;
      return markdownFrom(file.initial_comment?.comment ?? "", directory);
    case "file_comment":
      if (comment?.comment === undefined) break;
      return markdownFrom(comment.comment, directory);
    case "me_message":
      return asAction(markdownFrom(text, directory));
    case "tombstone":
      return "_This message was deleted._";
    default:
      break;
  }
  const blocks = message.blocks.length > 0 && markdownFromBlocks(message.blocks, directory);
  return blocks || markdownFrom(text, directory);
}

function fileLink({ name, title, permalink, is_external, url_private, mode }: SlackFile): string {
  const label = title || name || "a file";
  // Of files in Slack url_private carries the export's token, which expires.
  const address = is_external ? url_private : permalink;
  if (mode === "tombstone" || address === undefined) return escapeText(label);
  return link(address, label);
}
