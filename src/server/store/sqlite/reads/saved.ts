import type { SavedPage } from "../../../../shared/messages.ts";
import type { Database } from "../database.ts";
import type { MessageRow } from "./messages.ts";
import { messageColumns, toMessages } from "./messages.ts";

export interface SavedRequest {
  userId: string;
  /** `null`: from the latest on. */
  before: number | null;
  limit: number;
}

/** Saved last first, of the rooms that one is in now. */
export function savedMessages(db: Database, { userId, before, limit }: SavedRequest): SavedPage {
  const rows = db
    .prepare<[string, number, number], MessageRow & { savedSeq: number; savedAt: string }>(
      `SELECT ${messageColumns}, s.seq AS savedSeq, s.saved_at AS savedAt
       FROM saved_messages s INDEXED BY saved_messages_user
       CROSS JOIN memberships p ON p.user_id = s.user_id AND p.room_id = s.room_id
       CROSS JOIN messages m ON m.id = s.message_id
       WHERE s.user_id = ? AND s.seq < ? ORDER BY s.seq DESC LIMIT ?`,
    )
    .all(userId, before ?? Number.MAX_SAFE_INTEGER, limit + 1);
  const shown = rows.slice(0, limit);
  const messages = toMessages(db, shown);
  return {
    items: messages.map((message, index) => ({ message, savedAt: shown[index]?.savedAt ?? "" })),
    older: rows.length > limit ? (shown.at(-1)?.savedSeq ?? null) : null,
  };
}

export function savedCount(db: Database, userId: string): number {
  const row = db
    .prepare<[string], { count: number }>(
      "SELECT count(*) AS count FROM saved_messages WHERE user_id = ?",
    )
    .get(userId);
  return row?.count ?? 0;
}
