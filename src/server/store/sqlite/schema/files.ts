import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { messages } from "./messages.ts";
import { rooms } from "./rooms.ts";
import { users } from "./users.ts";

/** The bytes lie in the blob store under `sha256`. */
export const files = sqliteTable(
  "files",
  {
    id: text("id").primaryKey(),
    name: text("name").notNull(),
    type: text("type").notNull(),
    size: integer("size").notNull(),
    sha256: text("sha256").notNull(),
    width: integer("width"),
    height: integer("height"),
    roomId: text("room_id")
      .notNull()
      .references(() => rooms.id, { onDelete: "cascade" }),
    uploadedBy: text("uploaded_by")
      .notNull()
      .references(() => users.id),
    /** `null` until a message carries it. */
    messageId: text("message_id").references(() => messages.id, { onDelete: "cascade" }),
    /** Seq of that message: the order of a room's files. */
    messageSeq: integer("message_seq"),
    /** Place among the message's attachments. */
    position: integer("position").notNull(),
    createdAt: text("created_at").notNull(),
  },
  (table) => [
    index("files_message").on(table.messageId),
    index("files_room").on(table.roomId, table.messageSeq),
    index("files_blob").on(table.sha256),
  ],
);

/** What another system calls a thing that was imported. */
export const importKeys = sqliteTable(
  "import_keys",
  {
    key: text("key").primaryKey(),
    kind: text("kind", { enum: ["user", "room", "message", "file"] }).notNull(),
    id: text("id").notNull(),
  },
  (table) => [
    // A room that is deleted takes its keys along; those of messages are found by their client ids.
    index("import_keys_id")
      .on(table.id)
      .where(sql`kind <> 'message'`),
  ],
);
