import { SnugError } from "../../../../shared/errors.ts";
import { limits } from "../../../../shared/limits.ts";
import type { Database } from "../database.ts";
import type { Log } from "../logWriter.ts";
import { ownRoomsMessage, noSuchMessage } from "../reads/messages.ts";
import { requireOpen } from "./openRooms.ts";

export interface ReactionChange {
  userId: string;
  messageId: string;
  emoji: string;
  on: boolean;
}

export function setReaction(db: Database, change: ReactionChange, log: Log): void {
  const { userId, messageId, emoji, on } = change;
  const row = ownRoomsMessage(db, userId, messageId);
  if (!row || row.deletedAt !== null) throw noSuchMessage();
  requireOpen(db, row.roomId);
  const changed = on ? add(db, change) : remove(db, change);
  if (!changed) return;
  log.emit(
    { kind: "room", roomId: row.roomId },
    {
      type: on ? "reaction.added" : "reaction.removed",
      roomId: row.roomId,
      messageId,
      userId,
      emoji,
    },
  );
}

function add(db: Database, { userId, messageId, emoji }: ReactionChange): boolean {
  const places = db
    .prepare<[string], { emoji: string; place: number }>(
      "SELECT DISTINCT emoji, place FROM reactions WHERE message_id = ? ORDER BY place",
    )
    .all(messageId);
  const known = places.find((each) => each.emoji === emoji);
  if (!known && places.length >= limits.reactionsPerMessage) {
    throw new SnugError("TOO_LARGE", "This message has all the reactions that it can hold.");
  }
  const place = known?.place ?? (places.at(-1)?.place ?? 0) + 1;
  const { changes } = db
    .prepare<[string, number, string, string]>(
      "INSERT OR IGNORE INTO reactions (message_id, place, emoji, user_id) VALUES (?, ?, ?, ?)",
    )
    .run(messageId, place, emoji, userId);
  return changes > 0;
}

function remove(db: Database, { userId, messageId, emoji }: ReactionChange): boolean {
  const { changes } = db
    .prepare<[string, string, string]>(
      "DELETE FROM reactions WHERE message_id = ? AND emoji = ? AND user_id = ?",
    )
    .run(messageId, emoji, userId);
  return changes > 0;
}
