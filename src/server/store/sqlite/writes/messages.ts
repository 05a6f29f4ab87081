import { v7 as uuidv7 } from "uuid";
import { SnugError } from "../../../../shared/errors.ts";
import type { LogEventOf } from "../../../../shared/events.ts";
import type { Message } from "../../../../shared/messages.ts";
import type { NewMessage } from "../../port.ts";
import type { Database } from "../database.ts";
import type { Log } from "../logWriter.ts";
import { addMentions, encodeMentions, findMentions, replaceMentions } from "../mentions.ts";
import type { MessageRow } from "../reads/messages.ts";
import {
  mentionsIn,
  messageByClientId,
  noMentions,
  ownRoomsMessage,
  toMessages,
} from "../reads/messages.ts";
import { noSuchRoom } from "../reads/rooms.ts";
import { attach, checkAttachable } from "./files.ts";
import { replyCame, replyWent, rootFor } from "./threads.ts";

type Thread = LogEventOf<"message.created">["thread"];

export function appendMessage(db: Database, message: NewMessage, log: Log): Message {
  const original = messageByClientId(db, message.authorId, message.clientId);
  if (original) return original;
  const room = db
    .prepare<[string, string], { archivedAt: string | null }>(
      `SELECT r.archived_at AS archivedAt FROM memberships m JOIN rooms r ON r.id = m.room_id
       WHERE m.user_id = ? AND m.room_id = ?`,
    )
    .get(message.authorId, message.roomId);
  if (!room) throw noSuchRoom();
  if (room.archivedAt !== null) {
    throw new SnugError("ROOM_ARCHIVED", "This room is archived. Nothing new can be posted in it.");
  }
  const { threadRootId, ...rest } = message;
  const root = threadRootId === null ? null : rootFor(db, threadRootId, message.roomId);
  checkAttachable(db, message);
  return insertMessage(db, { ...rest, root }, log);
}

export interface MessageToInsert {
  authorId: string;
  roomId: string;
  clientId: string;
  body: string;
  authorName?: string | null;
  root?: MessageRow | null;
  attachmentIds?: readonly string[];
  createdAt?: string;
  editedAt?: string | null;
  reactions?: readonly { emoji: string; userIds: readonly string[] }[];
}

/** The one way a message comes to be: sent, imported or written at set-up. */
export function insertMessage(db: Database, message: MessageToInsert, log: Log): Message {
  const { authorId, roomId, root = null } = message;
  const mentions = findMentions(db, message.body, authorId);
  const row: MessageRow = {
    seq: log.nextSeq,
    id: uuidv7(),
    roomId,
    authorId,
    clientId: message.clientId,
    authorName: message.authorName ?? null,
    body: message.body,
    mentions: encodeMentions(mentions),
    threadRootId: root?.id ?? null,
    ordinal: root ? null : nextOrdinal(db, roomId),
    replyCount: 0,
    lastReplyAt: null,
    replyUserIds: null,
    createdAt: message.createdAt ?? log.at,
    editedAt: message.editedAt ?? null,
    deletedAt: null,
  };
  // Raw, like all of this: sending is the hottest write.
  db.prepare<[MessageRow]>(insertRow).run(row);
  addMentions(db, row, mentions);
  attach(db, row.id, message.attachmentIds ?? []);
  addReactions(db, row.id, message.reactions ?? []);
  let thread: Thread = null;
  if (root) thread = { rootId: root.id, summary: replyCame(db, root, row) };
  else moveToEnd(db, row);
  db.prepare<[number, string]>("UPDATE rooms SET end_seq = ? WHERE id = ?").run(row.seq, roomId);
  const [created] = toMessages(db, [row]);
  if (!created) throw new Error("A row became no message.");
  log.emit({ kind: "room", roomId }, { type: "message.created", message: created, thread });
  return created;
}

const insertRow = `
  INSERT INTO messages (seq, id, room_id, author_id, client_id, author_name, body, mentions,
    thread_root_id, ordinal, reply_count, created_at, edited_at)
  VALUES (@seq, @id, @roomId, @authorId, @clientId, @authorName, @body, @mentions,
    @threadRootId, @ordinal, 0, @createdAt, @editedAt)`;

function nextOrdinal(db: Database, roomId: string): number {
  const room = db
    .prepare<[string], { last: number }>("SELECT last_ordinal AS last FROM rooms WHERE id = ?")
    .get(roomId);
  if (!room) throw noSuchRoom();
  return room.last + 1;
}

/** Moves the room's end to the message, and its author's read mark along; nobody else's row is touched. */
function moveToEnd(db: Database, row: MessageRow): void {
  db.prepare<[MessageRow]>(
    `UPDATE rooms SET last_ordinal = @ordinal, last_message_seq = @seq, last_message_at = @createdAt
     WHERE id = @roomId`,
  ).run(row);
  db.prepare<[MessageRow]>(
    `UPDATE memberships SET read_seq = @seq, read_ordinal = @ordinal
     WHERE user_id = @authorId AND room_id = @roomId`,
  ).run(row);
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
  const mentions = findMentions(db, body, userId);
  const edited = { ...row, body, mentions: encodeMentions(mentions), editedAt: log.at };
  const [message] = toMessages(db, [body === row.body ? row : edited]);
  if (!message) throw new Error("A row became no message.");
  if (body === row.body) return message;
  db.prepare<[MessageRow]>(
    "UPDATE messages SET body = @body, mentions = @mentions, edited_at = @editedAt WHERE seq = @seq",
  ).run(edited);
  replaceMentions(db, row, mentions);
  log.emit(
    { kind: "room", roomId: row.roomId },
    { type: "message.edited", message, mentionsBefore },
  );
  return message;
}

export function deleteMessage(
  db: Database,
  { userId, messageId }: { userId: string; messageId: string },
  log: Log,
): void {
  const row = ownRoomsMessage(db, userId, messageId);
  if (!row) throw noSuchMessage();
  if (row.deletedAt !== null) return;
  db.prepare<[string, number]>(
    `UPDATE messages SET deleted_at = ?, body = '', mentions = NULL WHERE seq = ?`,
  ).run(log.at, row.seq);
  replaceMentions(db, row, noMentions);
  db.prepare<[string]>("DELETE FROM reactions WHERE message_id = ?").run(row.id);
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
}

export function noSuchMessage(): SnugError {
  return new SnugError("NOT_FOUND", "That message is gone, or not for you.");
}
