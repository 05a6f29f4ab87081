import { SnugError } from "../../../../shared/errors.ts";
import { limits } from "../../../../shared/limits.ts";
import type { Database } from "../database.ts";
import type { Log } from "../logWriter.ts";
import { ownRoomsMessage, noSuchMessage } from "../reads/messages.ts";
import { savedCount } from "../reads/saved.ts";

export interface SavedChange {
  userId: string;
  messageId: string;
  on: boolean;
}

/** Told to the user alone: nobody else learns what one keeps. */
export function setSaved(db: Database, { userId, messageId, on }: SavedChange, log: Log): void {
  const row = ownRoomsMessage(db, userId, messageId);
  if (!row || row.deletedAt !== null) throw noSuchMessage();
  const { roomId } = row;
  const changed = on ? save(db, { userId, messageId, roomId }, log) : forget(db, userId, messageId);
  if (!changed) return;
  log.emit(
    { kind: "user", userId },
    { type: on ? "message.saved" : "message.unsaved", roomId, messageId },
  );
}

function save(
  db: Database,
  { userId, messageId, roomId }: { userId: string; messageId: string; roomId: string },
  log: Log,
): boolean {
  const known = db
    .prepare<[string, string]>("SELECT 1 FROM saved_messages WHERE user_id = ? AND message_id = ?")
    .get(userId, messageId);
  if (known) return false;
  if (savedCount(db, userId) >= limits.savedMessages) {
    throw new SnugError(
      "TOO_LARGE",
      `You have saved ${limits.savedMessages} messages. Remove some that you no longer need.`,
    );
  }
  db.prepare<[string, string, string, number, string]>(
    `INSERT INTO saved_messages (user_id, message_id, room_id, seq, saved_at)
     VALUES (?, ?, ?, ?, ?)`,
  ).run(userId, messageId, roomId, log.nextSeq, log.at);
  return true;
}

function forget(db: Database, userId: string, messageId: string): boolean {
  const { changes } = db
    .prepare<[string, string]>("DELETE FROM saved_messages WHERE user_id = ? AND message_id = ?")
    .run(userId, messageId);
  return changes > 0;
}
