import { SnugError } from "../../../../shared/errors.ts";
import { limits } from "../../../../shared/limits.ts";
import type { Database } from "../database.ts";
import type { Log } from "../logWriter.ts";
import { ownRoomsMessage, noSuchMessage } from "../reads/messages.ts";
import { pinCount } from "../reads/pins.ts";
import { requireOpen } from "./openRooms.ts";

export interface PinChange {
  userId: string;
  messageId: string;
  on: boolean;
}

export function setPin(db: Database, { userId, messageId, on }: PinChange, log: Log): void {
  const row = ownRoomsMessage(db, userId, messageId);
  if (!row || row.deletedAt !== null) throw noSuchMessage();
  const { roomId } = row;
  requireOpen(db, roomId);
  if (on === (row.pinnedAt !== null)) return;
  if (on && pinCount(db, roomId) >= limits.pinsPerRoom) {
    throw new SnugError(
      "TOO_LARGE",
      `A room holds ${limits.pinsPerRoom} pinned messages. Unpin one first.`,
    );
  }
  db.prepare<[string | null, string | null, number]>(
    "UPDATE messages SET pinned_at = ?, pinned_by = ? WHERE seq = ?",
  ).run(on ? log.at : null, on ? userId : null, row.seq);
  log.emit(
    { kind: "room", roomId },
    on
      ? { type: "message.pinned", roomId, messageId, pinned: { userId, at: log.at } }
      : { type: "message.unpinned", roomId, messageId, userId },
  );
}
