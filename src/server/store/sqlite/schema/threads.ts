import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { rooms } from "./rooms.ts";
import { users } from "./users.ts";

/** Who follows a thread, or does not want to. Only following writes here: a reply reads it. */
export const threadFollows = sqliteTable(
  "thread_follows",
  {
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    rootId: text("root_id").notNull(),
    roomId: text("room_id")
      .notNull()
      .references(() => rooms.id, { onDelete: "cascade" }),
    /** `false`: said so, which neither a mention nor a reply of others changes. */
    following: integer("following", { mode: "boolean" }).notNull(),
    readSeq: integer("read_seq").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.rootId] }),
    index("thread_follows_user_room").on(table.userId, table.roomId),
    index("thread_follows_root").on(table.rootId),
    index("thread_follows_room").on(table.roomId),
  ],
);
