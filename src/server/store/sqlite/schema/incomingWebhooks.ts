import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { rooms } from "./rooms.ts";
import { users } from "./users.ts";

export const incomingWebhooks = sqliteTable(
  "incoming_webhooks",
  {
    id: text("id").primaryKey(),
    roomId: text("room_id")
      .notNull()
      .references(() => rooms.id, { onDelete: "cascade" }),
    botId: text("bot_id")
      .notNull()
      .references(() => users.id),
    /** SHA-256 of the secret in its address. */
    secretHash: text("secret_hash").notNull().unique(),
    createdBy: text("created_by")
      .notNull()
      .references(() => users.id),
    createdAt: text("created_at").notNull(),
    lastUsedAt: text("last_used_at"),
  },
  (table) => [index("incoming_webhooks_room").on(table.roomId)],
);
