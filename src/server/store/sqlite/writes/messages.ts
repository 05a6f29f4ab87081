import { SnugError } from "../../../../shared/errors.ts";
import type { Message } from "../../../../shared/messages.ts";
import type { NewMessage } from "../../port.ts";
import type { Database } from "../database.ts";
import type { Log } from "../logWriter.ts";
import { addMentions, encodeMentions, findMentions, replaceMentions } from "../mentions.ts";
import { newId } from "../newId.ts";
import type { MessageRow } from "../reads/messages.ts";
import {
  mentionsIn,
  messageByClientId,
  noMentions,
  noSuchMessage,
  asMessage,
  ownRoomsMessage,
  toMessage,
} from "../reads/messages.ts";
import { memberRoom, noSuchRoom } from "../reads/rooms.ts";
import { attach, checkAttachable } from "./files.ts";
import { requireOpen, roomArchived } from "./openRooms.ts";
import { followByReply, threadReadByDeletion } from "./threadFollows.ts";
import { messageRow, replyCame, replyWent, rootFor } from "./threads.ts";

export function appendMessage(db: Database, message: NewMessage, log: Log): Message {
  const original = messageByClientId(db, message.authorId, message.clientId);
  if (original) return original;
  const room = memberRoom(db, message.authorId, message.roomId);
  if (!room) throw noSuchRoom();
  if (room.archivedAt !== null) throw roomArchived();
  const { threadRootId, quotedId = null, ...rest } = message;
  const root = threadRootId === null ? null : rootFor(db, threadRootId, message.roomId);
  if (quotedId !== null) requireQuotable(db, quotedId, message.roomId);
  checkAttachable(db, message);
  return insertMessage(db, { ...rest, root, quotedId }, log);
}

/** One that was deleted while the answer was on its way may be quoted all the same: it shows as deleted. */
function requireQuotable(db: Database, quotedId: string, roomId: string): void {
  if (messageRow(db, quotedId)?.roomId === roomId) return;
  throw new SnugError("NOT_FOUND", "The message that this quotes is not in this room.");
}

export interface MessageToInsert {
  authorId: string;
  roomId: string;
  clientId: string;
  body: string;
  authorName?: string | null;
  root?: MessageRow | null;
  quotedId?: string | null;
  attachmentIds?: readonly string[];
  present?: readonly string[];
  /** When it was said elsewhere: it is history then, and no news. */
  createdAt?: string;
  editedAt?: string | null;
  reactions?: readonly { emoji: string; userIds: readonly string[] }[];
}

/** The one way a message comes to be: sent, imported or written at set-up. */
export function insertMessage(db: Database, message: MessageToInsert, log: Log): Message {
  const { authorId, roomId, root = null, attachmentIds = [], reactions = [] } = message;
  const createdAt = message.createdAt ?? log.at;
  // In a thread, those who follow it hear of every reply: nobody else is called into it.
  const present = root === null ? (message.present ?? []) : [];
  const mentions = findMentions(db, { body: message.body, authorId, roomId, present });
  const row: MessageRow = {
    seq: log.nextSeq,
    id: newId(),
    roomId,
    authorId,
    clientId: message.clientId,
    authorName: message.authorName ?? null,
    body: message.body,
    mentions: encodeMentions(mentions),
    threadRootId: root?.id ?? null,
    ordinal: moveEnd(db, { roomId, seq: log.nextSeq, createdAt, inTimeline: root === null }),
    quotedId: message.quotedId ?? null,
    pinnedAt: null,
    pinnedBy: null,
    replyCount: 0,
    lastReplyAt: null,
    replyUserIds: null,
    createdAt,
    editedAt: message.editedAt ?? null,
    deletedAt: null,
  };
  // Raw, like all of this: sending is the hottest write.
  db.prepare<[MessageRow]>(insertRow).run(row);
  addMentions(db, row, mentions);
  attach(db, row, attachmentIds);
  addReactions(db, row.id, reactions);
  if (row.ordinal !== null) readByAuthor(db, row, row.ordinal);
  const isNews = message.createdAt === undefined;
  const unreadFor = root === null ? [] : followByReply(db, { root, reply: row, isNews });
  const summary = root === null ? null : replyCame(db, root, row);
  const isPlain = attachmentIds.length === 0 && reactions.length === 0;
  const created = isPlain ? toMessage(row, [], []) : asMessage(db, row);
  log.emit(
    { kind: "room", roomId },
    {
      type: "message.created",
      message: created,
      thread: root && summary ? { rootId: root.id, summary, unreadFor } : null,
    },
  );
  return created;
}

const insertRow = `
  INSERT INTO messages (seq, id, room_id, author_id, client_id, author_name, body, mentions,
    thread_root_id, ordinal, quoted_id, reply_count, created_at, edited_at)
  VALUES (@seq, @id, @roomId, @authorId, @clientId, @authorName, @body, @mentions,
    @threadRootId, @ordinal, @quotedId, 0, @createdAt, @editedAt)`;

interface NewEnd {
  roomId: string;
  seq: number;
  createdAt: string;
  inTimeline: boolean;
}

/** Moves the room's end; the message's place in its timeline, `null` for a reply. */
function moveEnd(db: Database, { roomId, seq, createdAt, inTimeline }: NewEnd): number | null {
  const room = inTimeline
    ? db
        .prepare<[number, string, number, string], { ordinal: number }>(
          `UPDATE rooms SET last_ordinal = last_ordinal + 1,
             last_message_seq = ?, last_message_at = ?, end_seq = ?
           WHERE id = ? RETURNING last_ordinal AS ordinal`,
        )
        .get(seq, createdAt, seq, roomId)
    : db
        .prepare<[number, string], { ordinal: null }>(
          "UPDATE rooms SET end_seq = ? WHERE id = ? RETURNING NULL AS ordinal",
        )
        .get(seq, roomId);
  if (!room) throw noSuchRoom();
  return room.ordinal;
}

/** Who posts has seen what stands above. Nobody else's row is touched: unread counts are differences. */
function readByAuthor(db: Database, row: MessageRow, ordinal: number): void {
  db.prepare<[number, number, string, string]>(
    "UPDATE memberships SET read_seq = ?, read_ordinal = ? WHERE user_id = ? AND room_id = ?",
  ).run(row.seq, ordinal, row.authorId, row.roomId);
}

function addReactions(
  db: Database,
  messageId: string,
  reactions: readonly { emoji: string; userIds: readonly string[] }[],
): void {
  const insert = db.prepare<[string, number, string, string]>(
    "INSERT OR IGNORE INTO reactions (message_id, place, emoji, user_id) VALUES (?, ?, ?, ?)",
  );
  for (const [place, { emoji, userIds }] of reactions.entries()) {
    for (const userId of userIds) insert.run(messageId, place + 1, emoji, userId);
  }
}

export interface MessageEdit {
  userId: string;
  messageId: string;
  body: string;
}

export function editMessage(
  db: Database,
  { userId, messageId, body }: MessageEdit,
  log: Log,
): Message {
  const row = ownRoomsMessage(db, userId, messageId);
  if (!row || row.authorId !== userId || row.deletedAt !== null) throw noSuchMessage();
  const mentionsBefore = mentionsIn(row);
  // Who was there then; editing calls nobody.
  const present = row.threadRootId === null ? mentionsBefore.userIds : [];
  const mentions = findMentions(db, { body, authorId: userId, roomId: row.roomId, present });
  const edited = { ...row, body, mentions: encodeMentions(mentions), editedAt: log.at };
  if (body === row.body) return asMessage(db, row);
  requireOpen(db, row.roomId);
  keepVersion(db, row, log.nextSeq);
  db.prepare<[MessageRow]>(
    "UPDATE messages SET body = @body, mentions = @mentions, edited_at = @editedAt WHERE seq = @seq",
  ).run(edited);
  replaceMentions(db, row, mentions);
  const message = asMessage(db, edited);
  log.emit(
    { kind: "room", roomId: row.roomId },
    { type: "message.edited", message, mentionsBefore },
  );
  return message;
}

/** `seq` is that of the edit that replaces it. */
function keepVersion(db: Database, row: MessageRow, seq: number): void {
  db.prepare<[number, string, string, string]>(
    "INSERT INTO message_versions (seq, message_id, body, written_at) VALUES (?, ?, ?, ?)",
  ).run(seq, row.id, row.body, row.editedAt ?? row.createdAt);
}

export function deleteMessage(
  db: Database,
  { userId, messageId }: { userId: string; messageId: string },
  log: Log,
): void {
  const row = ownRoomsMessage(db, userId, messageId);
  if (!row) throw noSuchMessage();
  if (row.deletedAt !== null) return;
  requireOpen(db, row.roomId);
  db.prepare<[string, number]>(
    `UPDATE messages SET deleted_at = ?, body = '', mentions = NULL, quoted_id = NULL,
       pinned_at = NULL, pinned_by = NULL WHERE seq = ?`,
  ).run(log.at, row.seq);
  replaceMentions(db, row, noMentions);
  for (const table of ["message_versions", "saved_messages", "reactions"]) {
    db.prepare<[string]>(`DELETE FROM ${table} WHERE message_id = ?`).run(row.id);
  }
  db.prepare<[string]>("DELETE FROM files WHERE message_id = ?").run(row.id);
  const rootId = row.threadRootId;
  log.emit(
    { kind: "room", roomId: row.roomId },
    {
      type: "message.deleted",
      roomId: row.roomId,
      messageId: row.id,
      messageSeq: row.seq,
      authorId: row.authorId,
      threadRootId: rootId,
      mentions: mentionsIn(row),
      thread: rootId === null ? null : { rootId, summary: replyWent(db, rootId) },
    },
  );
  if (rootId !== null) threadReadByDeletion(db, rootId, row, log);
}
