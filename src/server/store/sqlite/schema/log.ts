import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** One row. Writers lock it, so that seq is gapless and in commit order over all processes [RT1]. */
export const log = sqliteTable(
  "log",
  {
    id: integer("id").primaryKey(),
    epoch: text("epoch").notNull(),
    head: integer("head").notNull(),
    oldest: integer("oldest").notNull(),
  },
  (table) => [check("log_one_row", sql`${table.id} = 1`)],
);

/** `room_id` or `user_id` is the audience; neither means all. */
export const events = sqliteTable(
  "events",
  {
    seq: integer("seq").primaryKey(),
    type: text("type").notNull(),
    roomId: text("room_id"),
    userId: text("user_id"),
    /** The event as it was encoded, once [RT11]. */
    json: text("json").notNull(),
    at: text("at").notNull(),
  },
  (table) => [
    index("events_room")
      .on(table.roomId, table.seq)
      .where(sql`room_id IS NOT NULL`),
    index("events_user")
      .on(table.userId, table.seq)
      .where(sql`user_id IS NOT NULL`),
    index("events_all")
      .on(table.seq)
      .where(sql`room_id IS NULL AND user_id IS NULL`),
  ],
);
