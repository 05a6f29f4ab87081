import { sqliteTable, text } from "drizzle-orm/sqlite-core";
import { users } from "./users.ts";

/** Beside the bot's row in `users`; an imported one has none here. */
export const bots = sqliteTable("bots", {
  userId: text("user_id")
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  ownerId: text("owner_id")
    .notNull()
    .references(() => users.id),
});
