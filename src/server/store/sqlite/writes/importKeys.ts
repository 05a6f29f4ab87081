import type { Database } from "../database.ts";
import type { importKeys } from "../schema/files.ts";

type Kind = (typeof importKeys.$inferSelect)["kind"];

/** What was imported under `key`. */
export function importedId(db: Database, key: string): string | null {
  const row = db
    .prepare<[string], { id: string }>("SELECT id FROM import_keys WHERE key = ?")
    .get(key);
  return row?.id ?? null;
}

export function rememberKey(
  db: Database,
  kind: Kind,
  { key, id }: { key: string; id: string },
): void {
  db.prepare<[string, Kind, string]>(
    "INSERT INTO import_keys (key, kind, id) VALUES (?, ?, ?)",
  ).run(key, kind, id);
}

/** Before a room is deleted: importing it again is to bring it back whole. */
export function forgetImportedRoom(db: Database, roomId: string): void {
  // The client id of an imported message is its key.
  db.prepare<[string]>(
    "DELETE FROM import_keys WHERE key IN (SELECT client_id FROM messages WHERE room_id = ?)",
  ).run(roomId);
  db.prepare<[string, string]>(
    `DELETE FROM import_keys WHERE kind <> 'message'
       AND id IN (SELECT id FROM files WHERE room_id = ? UNION SELECT ?)`,
  ).run(roomId, roomId);
}
