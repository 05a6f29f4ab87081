import type { Attachment } from "../../../../shared/files.ts";
import type { Database } from "../database.ts";
import { columnsOf } from "../database.ts";
import { files } from "../schema/files.ts";

type FileRow = typeof files.$inferSelect;

const fileColumns = columnsOf(files, "f");

/** By message id, in their order. */
export function attachmentsOf(db: Database, messageIdsJson: string): Map<string, Attachment[]> {
  const rows = db
    .prepare<[string], FileRow>(
      `SELECT ${fileColumns} FROM files f
       WHERE f.message_id IN (SELECT value FROM json_each(?)) ORDER BY f.message_id, f.position`,
    )
    .all(messageIdsJson);
  const byMessage = new Map<string, Attachment[]>();
  for (const row of rows) {
    if (row.messageId === null) continue;
    const list = byMessage.get(row.messageId) ?? [];
    byMessage.set(row.messageId, list);
    list.push(toAttachment(row));
  }
  return byMessage;
}

/** Where a file's bytes lie, for a member of its room. */
export function fileFor(
  db: Database,
  userId: string,
  fileId: string,
): (Attachment & { sha256: string }) | null {
  const row = db
    .prepare<[string, string], FileRow>(
      `SELECT ${fileColumns} FROM files f JOIN memberships m ON m.room_id = f.room_id
       WHERE f.id = ? AND m.user_id = ?`,
    )
    .get(fileId, userId);
  return row ? { ...toAttachment(row), sha256: row.sha256 } : null;
}

export function fileRow(db: Database, fileId: string): FileRow | undefined {
  return db
    .prepare<[string], FileRow>(`SELECT ${fileColumns} FROM files f WHERE f.id = ?`)
    .get(fileId);
}

export function toAttachment(row: FileRow): Attachment {
  return {
    id: row.id,
    name: row.name,
    type: row.type,
    size: row.size,
    width: row.width,
    height: row.height,
    url: `/files/${row.id}/${encodeURIComponent(row.name)}`,
  };
}
