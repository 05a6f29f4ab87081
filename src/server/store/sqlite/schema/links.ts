import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { rooms } from "./rooms.ts";
import { users } from "./users.ts";

export const invites = sqliteTable("invites", {
  id: text("id").primaryKey(),
  token: text("token").notNull().unique(),
  role: text("role", { enum: ["member", "guest"] }).notNull(),
  createdBy: text("created_by")
    .notNull()
    .references(() => users.id),
  createdAt: text("created_at").notNull(),
  expiresAt: text("expires_at"),
  maxUses: integer("max_uses"),
  uses: integer("uses").notNull(),
});

export const inviteRooms = sqliteTable(
  "invite_rooms",
  {
    inviteId: text("invite_id")
      .notNull()
      .references(() => invites.id, { onDelete: "cascade" }),
    roomId: text("room_id")
      .notNull()
      .references(() => rooms.id, { onDelete: "cascade" }),
  },
  (table) => [
    primaryKey({ columns: [table.inviteId, table.roomId] }),
    index("invite_rooms_room").on(table.roomId),
  ],
);

/** At most one per user. */
export const oneTimeLinks = sqliteTable("one_time_links", {
  userId: text("user_id")
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  tokenHash: text("token_hash").notNull().unique(),
  expiresAt: text("expires_at").notNull(),
});
