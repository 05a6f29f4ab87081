import { SnugError } from "../../../../shared/errors.ts";
import type { Database } from "../database.ts";
import { fileRow } from "../reads/files.ts";

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
export function attach(db: Database, messageId: string, fileIds: readonly string[]): void {
  for (const [position, fileId] of fileIds.entries()) {
    db.prepare<[string, number, string]>(
      "UPDATE files SET message_id = ?, position = ? WHERE id = ? AND message_id IS NULL",
    ).run(messageId, position, fileId);
  }
}
