import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { users } from "./users.ts";

/** The bytes, a square WebP, lie in the blob store under `sha256`. */
export const avatars = sqliteTable(
  "avatars",
  {
    userId: text("user_id")
      .primaryKey()
      .references(() => users.id, { onDelete: "cascade" }),
    /** In its address: the next picture has another. */
    id: text("id").notNull().unique(),
    size: integer("size").notNull(),
    sha256: text("sha256").notNull(),
  },
  (table) => [index("avatars_blob").on(table.sha256)],
);
