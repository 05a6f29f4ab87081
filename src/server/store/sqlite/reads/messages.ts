import { SnugError } from "../../../../shared/errors.ts";
import type { Attachment } from "../../../../shared/files.ts";
import type { Mentions, Message, Reaction } from "../../../../shared/messages.ts";
import type { Database } from "../database.ts";
import { columnsOf } from "../database.ts";
import { messages } from "../schema/messages.ts";
import { decodeStored } from "../stored.ts";
import { attachmentsOf } from "./files.ts";

// Raw throughout: history is what people wait for.

export type MessageRow = typeof messages.$inferSelect;

export const messageColumns = columnsOf(messages, "m");

export const noMentions: Mentions = { userIds: [], room: false };

/** One that `userId` may see: in their rooms, or in a public one unless they are a guest or bot. */
export function message(db: Database, userId: string, messageId: string): Message | null {
  const row = db.prepare<[string, string], MessageRow>(visibleMessage).get(messageId, userId);
  return row && isShown(row) ? asMessage(db, row) : null;
}

const visibleMessage = `
  SELECT ${messageColumns} FROM messages m
  JOIN rooms r ON r.id = m.room_id
  JOIN users u
  LEFT JOIN memberships s ON s.user_id = u.id AND s.room_id = m.room_id
  WHERE m.id = ? AND u.id = ?
    AND (s.user_id IS NOT NULL OR (r.kind = 'public' AND u.role NOT IN ('guest', 'bot')))`;

/** The row in a room that `userId` is in, deleted or not. */
export function ownRoomsMessage(
  db: Database,
  userId: string,
  messageId: string,
): MessageRow | undefined {
  return db
    .prepare<[string, string], MessageRow>(
      `SELECT ${messageColumns} FROM messages m
       JOIN memberships s ON s.room_id = m.room_id
       WHERE m.id = ? AND s.user_id = ?`,
    )
    .get(messageId, userId);
}

export function noSuchMessage(): SnugError {
  return new SnugError("NOT_FOUND", "That message is gone, or not for you.");
}

export function messageByClientId(
  db: Database,
  authorId: string,
  clientId: string,
): Message | null {
  const row = db
    .prepare<[string, string], MessageRow>(
      `SELECT ${messageColumns} FROM messages m WHERE m.author_id = ? AND m.client_id = ?`,
    )
    .get(authorId, clientId);
  return row ? asMessage(db, row) : null;
}

/** A deleted message is shown only as the root of the replies that are left. */
export function isShown(row: MessageRow): boolean {
  return row.deletedAt === null || row.replyCount > 0;
}

export function asMessage(db: Database, row: MessageRow): Message {
  const ids = JSON.stringify([row.id]);
  const attachments = attachmentsOf(db, ids).get(row.id) ?? [];
  return toMessage(row, reactionsOf(db, ids).get(row.id) ?? [], attachments);
}

/** With reactions and attachments, each fetched once for all of them. */
export function toMessages(db: Database, rows: readonly MessageRow[]): Message[] {
  if (rows.length === 0) return [];
  const ids = JSON.stringify(rows.map((row) => row.id));
  const reactions = reactionsOf(db, ids);
  const attachments = attachmentsOf(db, ids);
  return rows.map((row) =>
    toMessage(row, reactions.get(row.id) ?? [], attachments.get(row.id) ?? []),
  );
}

export function toMessage(
  row: MessageRow,
  reactions: Reaction[],
  attachments: Attachment[],
): Message {
  return {
    id: row.id,
    clientId: row.clientId,
    roomId: row.roomId,
    authorId: row.authorId,
    authorName: row.authorName,
    body: row.body,
    attachments,
    reactions,
    mentions: mentionsIn(row),
    threadRootId: row.threadRootId,
    thread:
      row.replyCount === 0
        ? null
        : {
            replyCount: row.replyCount,
            lastReplyAt: row.lastReplyAt,
            userIds: decodeStored<string[]>(row.replyUserIds ?? "[]"),
          },
    quotedId: row.quotedId,
    pinned:
      row.pinnedAt === null || row.pinnedBy === null
        ? null
        : { userId: row.pinnedBy, at: row.pinnedAt },
    seq: row.seq,
    createdAt: row.createdAt,
    editedAt: row.editedAt,
    deletedAt: row.deletedAt,
  };
}

export function mentionsIn(row: MessageRow): Mentions {
  return row.mentions === null ? noMentions : decodeStored<Mentions>(row.mentions);
}

function reactionsOf(db: Database, messageIdsJson: string): Map<string, Reaction[]> {
  const rows = db
    .prepare<[string], { messageId: string; emoji: string; userId: string }>(
      `SELECT message_id AS messageId, emoji, user_id AS userId FROM reactions
       WHERE message_id IN (SELECT value FROM json_each(?)) ORDER BY message_id, place, id`,
    )
    .all(messageIdsJson);
  const byMessage = new Map<string, Reaction[]>();
  for (const { messageId, emoji, userId } of rows) {
    const list = byMessage.get(messageId) ?? [];
    byMessage.set(messageId, list);
    const last = list.at(-1);
    if (last?.emoji === emoji) last.userIds.push(userId);
    else list.push({ emoji, userIds: [userId] });
  }
  return byMessage;
}
