import type { Database } from "../database.ts";
import type { Log } from "../logWriter.ts";
import type { ReadState } from "../reads/rooms.ts";
import { readStateOrThrow, roomRowOrThrow } from "../reads/rooms.ts";

export interface ReadMark {
  userId: string;
  roomId: string;
  seq: number;
  backwards: boolean;
}

/** Forwards only unless `backwards`; past the room's end means its end. */
export function markRead(db: Database, mark: ReadMark, log: Log): ReadState {
  const { userId, roomId } = mark;
  const before = readStateOrThrow(db, userId, roomId);
  const seq = Math.min(mark.seq, roomRowOrThrow(db, roomId).endSeq);
  const unchanged = mark.backwards ? seq === before.readSeq : seq <= before.readSeq;
  if (unchanged) return before;
  setReadMark(db, { userId, roomId, seq });
  const after = readStateOrThrow(db, userId, roomId);
  log.emit({ kind: "user", userId }, { type: "read.updated", roomId, ...after });
  return after;
}

/** Everyone's mark to the room's end. */
export function markAllRead(db: Database, roomId: string, log: Log): void {
  const { endSeq } = roomRowOrThrow(db, roomId);
  const behind = db
    .prepare<[string, number], { userId: string }>(
      "SELECT user_id AS userId FROM memberships WHERE room_id = ? AND read_seq < ?",
    )
    .all(roomId, endSeq);
  for (const { userId } of behind) {
    setReadMark(db, { userId, roomId, seq: endSeq });
    const after = readStateOrThrow(db, userId, roomId);
    log.emit({ kind: "user", userId }, { type: "read.updated", roomId, ...after });
  }
}

/** The ordinal is that of the last message up to `seq` that still stands: deleted ones count as read or as deleted. */
function setReadMark(
  db: Database,
  { userId, roomId, seq }: { userId: string; roomId: string; seq: number },
): void {
  db.prepare<[{ userId: string; roomId: string; seq: number }]>(
    `UPDATE memberships SET read_seq = @seq, read_ordinal = coalesce((
       SELECT m.ordinal FROM messages m INDEXED BY messages_timeline
       WHERE m.room_id = @roomId AND m.thread_root_id IS NULL
         AND (m.deleted_at IS NULL OR m.reply_count > 0) AND m.seq <= @seq
       ORDER BY m.seq DESC LIMIT 1), 0)
     WHERE user_id = @userId AND room_id = @roomId`,
  ).run({ userId, roomId, seq });
}
