import { v7 as uuidv7 } from "uuid";
import { SnugError } from "../../../../shared/errors.ts";
import type { Attachment } from "../../../../shared/files.ts";
import type { NewUpload } from "../../port.ts";
import type { Database } from "../database.ts";
import type { Log } from "../logWriter.ts";
import { fileRow, toAttachment } from "../reads/files.ts";
import { memberRoom, noSuchRoom } from "../reads/rooms.ts";
import { files } from "../schema/files.ts";

/** One attaches one's own uploads, in the room they were meant for, and each to one message. */
export function checkAttachable(
  db: Database,
  message: { authorId: string; roomId: string; attachmentIds: readonly string[] },
): void {
  for (const id of message.attachmentIds) {
    const file = fileRow(db, id);
    const own = file?.uploadedBy === message.authorId && file.roomId === message.roomId;
    if (!own || file.messageId !== null) {
      throw new SnugError("NOT_FOUND", "An attached file is gone. Attach it again.");
    }
  }
}

/** Those that a message has already stay with it. */
export function attach(
  db: Database,
  message: { id: string; seq: number },
  fileIds: readonly string[],
): void {
  for (const [position, fileId] of fileIds.entries()) {
    db.prepare<[string, number, number, string]>(
      `UPDATE files SET message_id = ?, message_seq = ?, position = ?
       WHERE id = ? AND message_id IS NULL`,
    ).run(message.id, message.seq, position, fileId);
  }
}

/** Tells nobody: until a message carries it, it is its uploader's alone. */
export function addUpload(db: Database, upload: NewUpload, log: Log): Attachment {
  const { uploadedBy, roomId } = upload;
  const room = memberRoom(db, uploadedBy, roomId);
  if (!room) throw noSuchRoom();
  if (room.archivedAt !== null) {
    throw new SnugError("ROOM_ARCHIVED", "This room is archived. Nothing new can be posted in it.");
  }
  const row = {
    ...upload,
    id: uuidv7(),
    messageId: null,
    messageSeq: null,
    position: 0,
    createdAt: log.at,
  };
  db.orm.insert(files).values(row).run();
  return toAttachment(row);
}

/** Only one's own that no message carries; any other is left as it is. */
export function removeUpload(
  db: Database,
  { userId, fileId }: { userId: string; fileId: string },
): void {
  db.prepare<[string, string]>(
    "DELETE FROM files WHERE id = ? AND uploaded_by = ? AND message_id IS NULL",
  ).run(fileId, userId);
}

/** An imported one comes anew with the next import: its key is forgotten too. */
export function expireUploads(db: Database, before: string): void {
  const expired = "SELECT id FROM files WHERE message_id IS NULL AND created_at < ?";
  db.prepare<[string]>(
    `DELETE FROM import_keys WHERE kind <> 'message' AND id IN (${expired})`,
  ).run(before);
  db.prepare<[string]>(`DELETE FROM files WHERE id IN (${expired})`).run(before);
}
