import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { users } from "./users.ts";

export const rooms = sqliteTable("rooms", {
  id: text("id").primaryKey(),
  kind: text("kind", { enum: ["public", "private", "direct"] }).notNull(),
  /** Empty for a direct room. */
  name: text("name").notNull(),
  /** `nameKey(name)`: what has to be unique; `null` for a direct room. */
  nameKey: text("name_key").unique(),
  topic: text("topic").notNull(),
  createdBy: text("created_by").references(() => users.id),
  createdAt: text("created_at").notNull(),
  archivedAt: text("archived_at"),
  /** The sorted ids of a direct room's people, so that a set of people has one room. */
  directKey: text("direct_key").unique(),
  memberCount: integer("member_count").notNull(),
  /** How many messages the timeline ever had: unread counts are differences of ordinals. */
  lastOrdinal: integer("last_ordinal").notNull(),
  lastMessageSeq: integer("last_message_seq").notNull(),
  lastMessageAt: text("last_message_at"),
  /** Seq of the last message or reply: where everything has been read. */
  endSeq: integer("end_seq").notNull(),
});

export const memberships = sqliteTable(
  "memberships",
  {
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    roomId: text("room_id")
      .notNull()
      .references(() => rooms.id, { onDelete: "cascade" }),
    role: text("role", { enum: ["admin", "member"] }).notNull(),
    notify: text("notify", { enum: ["everything", "mentions", "nothing"] }).notNull(),
    muted: integer("muted", { mode: "boolean" }).notNull().default(false),
    hidden: integer("hidden", { mode: "boolean" }).notNull().default(false),
    favourite: integer("favourite", { mode: "boolean" }).notNull().default(false),
    joinedAt: text("joined_at").notNull(),
    readSeq: integer("read_seq").notNull(),
    /** Ordinal of the last timeline message up to `read_seq`. */
    readOrdinal: integer("read_ordinal").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.roomId] }),
    index("memberships_room").on(table.roomId, table.joinedAt),
  ],
);
