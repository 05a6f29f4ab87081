import type { Mentions } from "../../../shared/messages.ts";
import type { Role } from "../../../shared/users.ts";
import type { Database } from "./database.ts";
import { noMentions } from "./reads/messages.ts";

interface Said {
  body: string;
  authorId: string;
  roomId: string;
  /** Whom `<!here>` mentions, if they are in the room. */
  present: readonly string[];
}

/**
 * Whom a body mentions: users that exist, without its author, in the order in which they are named, and
 * after them who is there.
 */
export function findMentions(db: Database, { body, authorId, roomId, present }: Said): Mentions {
  if (!body.includes("<@") && !body.includes("<!")) return noMentions;
  const named = [...body.matchAll(/<@([^<>\s]{1,64})>/g)].map(([, id = ""]) => id);
  const exists = db.prepare<[string]>("SELECT 1 FROM users WHERE id = ?");
  const belongs = db.prepare<[string, string]>(
    "SELECT 1 FROM memberships WHERE user_id = ? AND room_id = ?",
  );
  const toAll = mayMentionRoom(db, authorId);
  const here = toAll && body.includes("<!here>") ? present : [];
  const userIds = new Set([
    ...named.filter((id) => exists.get(id) !== undefined),
    ...here.filter((id) => belongs.get(id, roomId) !== undefined),
  ]);
  userIds.delete(authorId);
  return { userIds: [...userIds], room: toAll && body.includes("<!room>") };
}

/** Guests speak to those whom they name. */
function mayMentionRoom(db: Database, userId: string): boolean {
  const row = db
    .prepare<[string], { role: Role }>("SELECT role FROM users WHERE id = ?")
    .get(userId);
  return row !== undefined && row.role !== "guest";
}

/** As the message's row keeps them. */
export function encodeMentions(mentions: Mentions): string | null {
  return mentions.room || mentions.userIds.length > 0 ? JSON.stringify(mentions) : null;
}

interface Mentioning {
  id: string;
  roomId: string;
  seq: number;
  authorId: string;
}

/** Makes the counted rows of a message those of `mentions`, and no others. */
export function replaceMentions(db: Database, message: Mentioning, mentions: Mentions): void {
  db.prepare<[string]>("DELETE FROM mentions WHERE message_id = ?").run(message.id);
  addMentions(db, message, mentions);
}

/** A mention of the room stands for everyone: with rows for the named as well they would count twice. */
export function addMentions(db: Database, message: Mentioning, mentions: Mentions): void {
  for (const userId of mentions.room ? [""] : mentions.userIds) {
    db.prepare<[string, string, number, string, string]>(
      "INSERT INTO mentions (user_id, room_id, seq, author_id, message_id) VALUES (?, ?, ?, ?, ?)",
    ).run(userId, message.roomId, message.seq, message.authorId, message.id);
  }
}
