import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, unique } from "drizzle-orm/sqlite-core";
import { rooms } from "./rooms.ts";
import { users } from "./users.ts";

/**
 * A deleted message keeps its row, without its content: its client id still answers retries [RT2], and a
 * root that has replies keeps its place.
 */
export const messages = sqliteTable(
  "messages",
  {
    /** Seq of the event that created it: the order of everything. */
    seq: integer("seq").primaryKey(),
    id: text("id").notNull().unique(),
    roomId: text("room_id")
      .notNull()
      .references(() => rooms.id, { onDelete: "cascade" }),
    authorId: text("author_id")
      .notNull()
      .references(() => users.id),
    clientId: text("client_id").notNull(),
    authorName: text("author_name"),
    body: text("body").notNull(),
    /** JSON of `Mentions`; `null` for none. The rows that are counted are in `mentions`. */
    mentions: text("mentions"),
    threadRootId: text("thread_root_id"),
    /** Place among all messages that the room's timeline ever had; `null` for a reply. */
    ordinal: integer("ordinal"),
    /** A message of the same room; it may be deleted since. */
    quotedId: text("quoted_id"),
    /** Both or neither. */
    pinnedAt: text("pinned_at"),
    pinnedBy: text("pinned_by"),
    replyCount: integer("reply_count").notNull(),
    lastReplyAt: text("last_reply_at"),
    /** JSON: who replied, most recent first, at most five. */
    replyUserIds: text("reply_user_ids"),
    createdAt: text("created_at").notNull(),
    editedAt: text("edited_at"),
    deletedAt: text("deleted_at"),
  },
  (table) => [
    // Client ids begin with their time: what many send at once lies together, a page or two a commit.
    unique("messages_client_author").on(table.clientId, table.authorId),
    // For deleting a room.
    index("messages_room").on(table.roomId),
    index("messages_timeline")
      .on(table.roomId, table.seq)
      .where(sql`thread_root_id IS NULL AND (deleted_at IS NULL OR reply_count > 0)`),
    // For jumping to a date: an import may bring what was written before what stands above it.
    index("messages_time")
      .on(table.roomId, table.createdAt, table.seq)
      .where(sql`thread_root_id IS NULL AND (deleted_at IS NULL OR reply_count > 0)`),
    index("messages_pinned")
      .on(table.roomId, table.pinnedAt)
      .where(sql`pinned_at IS NOT NULL`),
    index("messages_thread")
      .on(table.threadRootId, table.seq)
      .where(sql`thread_root_id IS NOT NULL AND deleted_at IS NULL`),
    index("messages_deleted")
      .on(table.roomId, table.ordinal)
      .where(sql`ordinal IS NOT NULL AND deleted_at IS NOT NULL`),
  ],
);

/** What a message said before each of its edits. */
export const messageVersions = sqliteTable(
  "message_versions",
  {
    /** Seq of the edit that replaced it. */
    seq: integer("seq").primaryKey(),
    messageId: text("message_id")
      .notNull()
      .references(() => messages.id, { onDelete: "cascade" }),
    body: text("body").notNull(),
    writtenAt: text("written_at").notNull(),
  },
  (table) => [index("message_versions_message").on(table.messageId, table.seq)],
);

/** What people keep for later. Who leaves a room finds it again on coming back. */
export const savedMessages = sqliteTable(
  "saved_messages",
  {
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    messageId: text("message_id")
      .notNull()
      .references(() => messages.id, { onDelete: "cascade" }),
    roomId: text("room_id").notNull(),
    /** Seq of the event that tells of it: the order of saving. */
    seq: integer("seq").notNull(),
    savedAt: text("saved_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.messageId] }),
    index("saved_messages_user").on(table.userId, table.seq),
    index("saved_in_room").on(table.userId, table.roomId, table.seq),
    index("saved_messages_message").on(table.messageId),
  ],
);

export const reactions = sqliteTable(
  "reactions",
  {
    id: integer("id").primaryKey(),
    messageId: text("message_id")
      .notNull()
      .references(() => messages.id, { onDelete: "cascade" }),
    /** Place of the emoji among those on the message; it keeps it while anyone's is left. */
    place: integer("place").notNull(),
    emoji: text("emoji").notNull(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
  },
  (table) => [unique("reactions_once").on(table.messageId, table.emoji, table.userId)],
);

/** What mention counts are made of. A message that mentions the whole room has one row, without a user. */
export const mentions = sqliteTable(
  "mentions",
  {
    /** Empty: everyone in the room but the author. */
    userId: text("user_id").notNull(),
    roomId: text("room_id").notNull(),
    seq: integer("seq").notNull(),
    authorId: text("author_id").notNull(),
    messageId: text("message_id")
      .notNull()
      .references(() => messages.id, { onDelete: "cascade" }),
  },
  (table) => [
    // With the author, so that counting does not leave the index.
    primaryKey({ columns: [table.userId, table.roomId, table.seq, table.authorId] }),
    index("mentions_message").on(table.messageId),
  ],
);
