import type { SlackMessage } from "./records.ts";

/** Whose message it is: someone of `users.json`, or a bot that has only an id or a name. */
export interface Author {
  kind: "user" | "bot";
  id: string;
}

/** Slack speaks as this user, also in exports that do not list it. */
export const slackbot = "USLACKBOT";

export function authorOf({ user, bot_id, username, subtype, comment, file }: SlackMessage): Author {
  if (user) return { kind: "user", id: user };
  if (bot_id) return { kind: "bot", id: bot_id };
  if (subtype === "file_comment" && comment?.user) return { kind: "user", id: comment.user };
  if (file?.user) return { kind: "user", id: file.user };
  // Very old integrations have a name and nothing else.
  if (username) return { kind: "bot", id: `name:${username}` };
  return { kind: "user", id: slackbot };
}

/** What a message tells of a bot's name; `isOwn` when it is the bot's, not one that it posts under. */
export function botNameIn(
  message: SlackMessage,
): { id: string; name: string; isOwn: boolean } | undefined {
  const { bot_id, bot_profile, subtype, text = "", username } = message;
  const author = authorOf(message);
  const id = bot_id ?? (author.kind === "bot" ? author.id : undefined);
  if (!id) return undefined;
  // "added an integration to this room: <https://…/services/B1|github>"
  const added = subtype === "bot_add" ? /\|([^>|]+)>/.exec(text)?.[1] : undefined;
  const own = bot_profile?.name || added;
  return { id, name: own || username || "Bot", isOwn: own !== undefined };
}
