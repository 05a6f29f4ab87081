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
    replyCount: integer("reply_count").notNull(),
    lastReplyAt: text("last_reply_at"),
    /** JSON: who replied, most recent first, at most five. */
    replyUserIds: text("reply_user_ids"),
    createdAt: text("created_at").notNull(),
    editedAt: text("edited_at"),
    deletedAt: text("deleted_at"),
  },
  (table) => [
    unique("messages_author_client").on(table.authorId, table.clientId),
    // For deleting a room.
    index("messages_room").on(table.roomId),
    index("messages_timeline")
      .on(table.roomId, table.seq)
      .where(sql`thread_root_id IS NULL AND (deleted_at IS NULL OR reply_count > 0)`),
    index("messages_thread")
      .on(table.threadRootId, table.seq)
      .where(sql`thread_root_id IS NOT NULL AND deleted_at IS NULL`),
    index("messages_deleted")
      .on(table.roomId, table.ordinal)
      .where(sql`ordinal IS NOT NULL AND deleted_at IS NOT NULL`),
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
