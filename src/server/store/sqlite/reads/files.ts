import type { Attachment, RoomFilesPage } from "../../../../shared/files.ts";
import type { Database } from "../database.ts";
import { columnsOf } from "../database.ts";
import { files } from "../schema/files.ts";

export type FileRow = typeof files.$inferSelect;

export const fileColumns = columnsOf(files, "f");

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

/** Where a file's bytes lie, for a member of its room; an upload's for its uploader alone. */
export function fileFor(
  db: Database,
  userId: string,
  fileId: string,
): (Attachment & { sha256: string }) | null {
  const row = db
    .prepare<[string, string], FileRow>(
      `SELECT ${fileColumns} FROM files f JOIN memberships m ON m.room_id = f.room_id
       WHERE f.id = ? AND m.user_id = ? AND (f.message_id IS NOT NULL OR f.uploaded_by = m.user_id)`,
    )
    .get(fileId, userId);
  return row ? { ...toAttachment(row), sha256: row.sha256 } : null;
}

/** Pages end between messages: the files of one stay together. */
export function roomFiles(
  db: Database,
  { roomId, before, limit }: { roomId: string; before: number | null; limit: number },
): RoomFilesPage {
  const bound = before ?? Number.MAX_SAFE_INTEGER;
  const seqs = db
    .prepare<[string, number, number], { seq: number }>(
      `SELECT DISTINCT message_seq AS seq FROM files WHERE room_id = ? AND message_seq < ?
       ORDER BY message_seq DESC LIMIT ?`,
    )
    .all(roomId, bound, limit + 1)
    .map(({ seq }) => seq);
  const oldest = seqs.slice(0, limit).at(-1);
  if (oldest === undefined) return { files: [], older: null };
  const rows = db
    .prepare<[string, number, number], FileRow & { authorId: string; sentAt: string }>(
      `SELECT ${fileColumns}, m.author_id AS authorId, m.created_at AS sentAt
       FROM files f JOIN messages m ON m.seq = f.message_seq
       WHERE f.room_id = ? AND f.message_seq >= ? AND f.message_seq < ?
       ORDER BY f.message_seq DESC, f.position`,
    )
    .all(roomId, oldest, bound);
  const files = rows.flatMap((row) => {
    const { messageId, authorId, sentAt } = row;
    return messageId === null ? [] : [{ file: toAttachment(row), messageId, authorId, sentAt }];
  });
  return { files, older: seqs.length > limit ? oldest : null };
}

/** Those of these hashes that some file, emoji or avatar lies under. */
export function usedBlobs(db: Database, hashes: readonly string[]): string[] {
  return db
    .prepare<[{ hashes: string }], { sha256: string }>(
      `SELECT sha256 FROM files WHERE sha256 IN (SELECT value FROM json_each(@hashes))
       UNION
       SELECT sha256 FROM custom_emoji WHERE sha256 IN (SELECT value FROM json_each(@hashes))
       UNION
       SELECT sha256 FROM avatars WHERE sha256 IN (SELECT value FROM json_each(@hashes))`,
    )
    .all({ hashes: JSON.stringify(hashes) })
    .map(({ sha256 }) => sha256);
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
