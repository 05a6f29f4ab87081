import { limits } from "../../shared/limits.ts";
import type { ImportedMessage } from "../store/port.ts";
import { isLinkPreview } from "./attachments.ts";
import { authorOf } from "./authors.ts";
import { bodyOf, filesOf } from "./body.ts";
import type { FileImport } from "./files.ts";
import { reasonToLeaveOut } from "./leftOut.ts";
import type { Directory, Named } from "./mrkdwn.ts";
import type { SlackMessage } from "./records.ts";
import { emojiNamed } from "./shortcodes.ts";
import { splitBody } from "./split.ts";
import type { Tally } from "./summary.ts";
import type { Survey } from "./survey.ts";
import { messageKey } from "./survey.ts";
import type { TimelineEntry } from "./timeline.ts";
import { timeOf } from "./timestamp.ts";

export interface Conversion {
  team: string;
  found: Survey;
  directory: Directory;
  files: FileImport;
  changed: Tally;
  leftOut: Tally;
}

/** A message as the store takes it: in pieces when it is too long for one; none when it stays behind. */
export async function convert(
  { room, message }: TimelineEntry,
  { team, found, directory, files, changed, leftOut }: Conversion,
): Promise<ImportedMessage[]> {
  const { ts, thread_ts } = message;
  const author = directory.user(authorOf(message).id);
  const target = directory.room(room.record.id);
  // What people replied to stays, whatever it is.
  const reason = found.roots.has(messageKey(room, ts)) ? undefined : reasonToLeaveOut(message);
  if (reason !== undefined || author === undefined || target === undefined) {
    leftOut.add(reason ?? "messages of rooms or people that could not come over");
    return [];
  }

  const key = `slack:${team}:${messageKey(room, ts)}`;
  const { attachmentIds, linked } = await files.attach(filesOf(message), {
    messageKey: key,
    roomId: target.id,
    uploadedBy: author.id,
  });
  const body = bodyOf(message, linked, directory);
  if (body === "" && attachmentIds.length === 0) {
    leftOut.add("messages without any content");
    return [];
  }
  leftOut.add(
    "files of which the archive holds only a link (the link is in the message)",
    linked.length,
  );
  leftOut.add("previews of links", message.attachments.filter(isLinkPreview).length);
  if (message.subtype === "thread_broadcast") {
    changed.add("replies that were sent to the room as well: they stand in their thread only");
  }

  const [first = "", ...others] = splitBody(body, limits.messageBody);
  if (others.length > 0) changed.add("messages that were too long: cut in several");
  const isReply = thread_ts !== undefined && thread_ts !== ts;
  const whole: ImportedMessage = {
    key,
    roomId: target.id,
    authorId: author.id,
    authorName: postedName(message, author),
    body: first,
    createdAt: timeOf(ts),
    editedAt: message.edited ? timeOf(message.edited.ts) : null,
    threadRootKey: isReply ? `slack:${team}:${messageKey(room, thread_ts)}` : null,
    reactions: reactionsOf(message, { directory, changed, leftOut }),
    attachmentIds,
  };
  const rest = others.map((piece, index) => ({
    ...whole,
    key: `${key}:${index + 2}`,
    body: piece,
    reactions: [],
    attachmentIds: [],
  }));
  return [whole, ...rest];
}

/** Bots may post under any name; people's own names changed since are not kept. */
function postedName({ bot_id, subtype, username }: SlackMessage, author: Named): string | null {
  const isBot = Boolean(bot_id) || subtype === "bot_message";
  if (!isBot || !username?.trim() || username === author.name) return null;
  return username.trim().slice(0, limits.displayName);
}

function reactionsOf(
  { reactions }: SlackMessage,
  { directory, changed, leftOut }: Pick<Conversion, "directory" | "changed" | "leftOut">,
): ImportedMessage["reactions"] {
  // Several of Slack's names are one emoji.
  const users = new Map<string, Set<string>>();
  for (const { name, users: slackIds } of reactions) {
    const known = emojiNamed(name);
    const emoji = known ?? `:${name}:`;
    const ids = slackIds.flatMap((id) => directory.user(id)?.id ?? []);
    if (emoji.length > limits.emoji || ids.length === 0) {
      leftOut.add("reactions of nobody, or with names too long");
      continue;
    }
    if (known === undefined) changed.add("reactions with a workspace's own emoji: by name only");
    users.set(emoji, new Set([...(users.get(emoji) ?? []), ...ids]));
  }
  const kept = Array.from(users, ([emoji, ids]) => ({ emoji, userIds: [...ids] }));
  leftOut.add("reactions over the limit of one message", kept.length - limits.reactionsPerMessage);
  return kept.slice(0, limits.reactionsPerMessage);
}
