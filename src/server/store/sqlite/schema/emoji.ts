import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { users } from "./users.ts";

/** The bytes lie in the blob store under `sha256`. */
export const customEmoji = sqliteTable(
  "custom_emoji",
  {
    name: text("name").primaryKey(),
    /** In its address: one of the same name that comes after it has another. */
    id: text("id").notNull().unique(),
    type: text("type").notNull(),
    size: integer("size").notNull(),
    sha256: text("sha256").notNull(),
    createdBy: text("created_by")
      .notNull()
      .references(() => users.id),
    createdAt: text("created_at").notNull(),
  },
  (table) => [index("custom_emoji_blob").on(table.sha256)],
);
