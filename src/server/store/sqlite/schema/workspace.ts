import { sql } from "drizzle-orm";
import { check, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { rooms } from "./rooms.ts";

/** One row, from set-up on. */
export const workspace = sqliteTable(
  "workspace",
  {
    id: integer("id").primaryKey(),
    name: text("name").notNull(),
    logoUrl: text("logo_url"),
    openSignUp: integer("open_sign_up").notNull(),
    firstRoomId: text("first_room_id").references(() => rooms.id, { onDelete: "set null" }),
    demo: integer("demo").notNull(),
    uploadBytes: integer("upload_bytes").notNull().default(50_000_000),
    /** A list in JSON. `null` while every kind is allowed. */
    uploadKinds: text("upload_kinds"),
    membersAddEmoji: integer("members_add_emoji").notNull().default(0),
  },
  (table) => [check("workspace_one_row", sql`${table.id} = 1`)],
);
