import type { Message } from "../../../../shared/messages.ts";
import type { Database } from "../database.ts";
import type { MessageRow } from "./messages.ts";
import { messageColumns, toMessages } from "./messages.ts";

/** Pinned last first; there are few. */
export function pins(db: Database, roomId: string): Message[] {
  const rows = db
    .prepare<[string], MessageRow>(
      `SELECT ${messageColumns} FROM messages m INDEXED BY messages_pinned
       WHERE m.room_id = ? AND m.pinned_at IS NOT NULL ORDER BY m.pinned_at DESC, m.seq DESC`,
    )
    .all(roomId);
  return toMessages(db, rows);
}

export function pinCount(db: Database, roomId: string): number {
  const row = db
    .prepare<[string], { count: number }>(
      `SELECT count(*) AS count FROM messages INDEXED BY messages_pinned
       WHERE room_id = ? AND pinned_at IS NOT NULL`,
    )
    .get(roomId);
  return row?.count ?? 0;
}
