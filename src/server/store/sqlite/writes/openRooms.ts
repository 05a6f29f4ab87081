import { SnugError } from "../../../../shared/errors.ts";
import type { Database } from "../database.ts";

/** An archived room stays as it is: nothing is said, changed or taken back in it. */
export function requireOpen(db: Database, roomId: string): void {
  const room = db
    .prepare<[string], { archivedAt: string | null }>(
      "SELECT archived_at AS archivedAt FROM rooms WHERE id = ?",
    )
    .get(roomId);
  if (room?.archivedAt) throw roomArchived();
}

export function roomArchived(): SnugError {
  return new SnugError("ROOM_ARCHIVED", "This room is archived. Nothing can be changed in it.");
}
