import { index, primaryKey, sqliteTable, text, unique } from "drizzle-orm/sqlite-core";
import { rooms } from "./rooms.ts";
import { users } from "./users.ts";

/** A name is one bot's, so that it means the same in every room. */
export const botCommands = sqliteTable(
  "bot_commands",
  {
    botId: text("bot_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    name: text("name").notNull().unique(),
    takes: text("takes").notNull(),
    summary: text("summary").notNull(),
  },
  (table) => [primaryKey({ columns: [table.botId, table.name] })],
);

export const commandInvocations = sqliteTable(
  "command_invocations",
  {
    id: text("id").primaryKey(),
    roomId: text("room_id")
      .notNull()
      .references(() => rooms.id, { onDelete: "cascade" }),
    threadRootId: text("thread_root_id"),
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    botId: text("bot_id")
      .notNull()
      .references(() => users.id),
    clientId: text("client_id").notNull(),
    name: text("name").notNull(),
    text: text("text").notNull(),
    createdAt: text("created_at").notNull(),
  },
  (table) => [
    unique("command_invocations_client").on(table.userId, table.clientId),
    // For deleting a room.
    index("command_invocations_room").on(table.roomId),
  ],
);
