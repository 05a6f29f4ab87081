import type { DraftSave, DraftSaved } from "../../../../shared/drafts.ts";
import type { Database } from "../database.ts";
import type { Log } from "../logWriter.ts";
import { ownRoomsMessage, noSuchMessage } from "../reads/messages.ts";
import { memberRoom, noSuchRoom } from "../reads/rooms.ts";

export interface DraftChange {
  userId: string;
  draft: DraftSave;
}

/** The one written last counts. Saving what is saved writes nothing. */
export function saveDraft(db: Database, { userId, draft }: DraftChange, log: Log): DraftSaved {
  const { roomId, rootId, text } = draft;
  if (!memberRoom(db, userId, roomId)) throw noSuchRoom();
  if (rootId !== null) requireRoot(db, { userId, roomId, rootId });
  const kept = text.trim() === "" ? "" : text;
  if (setDraft(db, { userId, roomId, rootId: rootId ?? "", text: kept })) {
    log.emit({ kind: "user", userId }, { type: "draft.updated", roomId, rootId, text: kept });
  }
  return { seq: log.nextSeq - 1 };
}

interface DraftRow {
  userId: string;
  roomId: string;
  rootId: string;
  text: string;
}

/** Answers whether anything changed. */
function setDraft(db: Database, row: DraftRow): boolean {
  const sql =
    row.text === ""
      ? "DELETE FROM drafts WHERE user_id = @userId AND room_id = @roomId AND root_id = @rootId"
      : `INSERT INTO drafts (user_id, room_id, root_id, text)
         VALUES (@userId, @roomId, @rootId, @text)
         ON CONFLICT DO UPDATE SET text = excluded.text WHERE text <> excluded.text`;
  return db.prepare<[DraftRow]>(sql).run(row).changes > 0;
}

function requireRoot(
  db: Database,
  { userId, roomId, rootId }: { userId: string; roomId: string; rootId: string },
): void {
  const root = ownRoomsMessage(db, userId, rootId);
  if (root?.roomId !== roomId || root.threadRootId !== null) throw noSuchMessage();
}
