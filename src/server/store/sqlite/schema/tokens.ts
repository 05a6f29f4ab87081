import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { tokenScopes } from "../../../../shared/tokens.ts";
import { users } from "./users.ts";

export const tokens = sqliteTable(
  "tokens",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** SHA-256 of the secret: the file alone lets nobody in. */
    tokenHash: text("token_hash").notNull().unique(),
    name: text("name").notNull(),
    scope: text("scope", { enum: tokenScopes }).notNull(),
    createdAt: text("created_at").notNull(),
    lastUsedAt: text("last_used_at"),
    expiresAt: text("expires_at"),
  },
  (table) => [index("tokens_user").on(table.userId)],
);
