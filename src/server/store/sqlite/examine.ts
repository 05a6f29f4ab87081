import { readMigrationFiles } from "drizzle-orm/migrator";

import type { StoredBlob } from "../../files/port.ts";
import type { LogState } from "../port.ts";
import type { StoreReport } from "../upkeep.ts";
import type { Database } from "./database.ts";
import { migrationsFolder } from "./migrate.ts";
import { logState } from "./reads/log.ts";

/** More of one kind would not tell more. */
const mostFaults = 20;

/** What is wrong in the file and what it refers to, of the moment of the transaction around it. */
export function examine(db: Database): StoreReport {
  const faults = integrityFaults(db);
  if (faults.length > 0) return { faults, log: null, newestEventAt: null, blobs: [] };
  const log = logState(db);
  return {
    faults: [...referenceFaults(db), ...schemaFaults(db), ...logFaults(db, log)],
    log,
    newestEventAt: newestEventAt(db),
    blobs: blobs(db),
  };
}

function integrityFaults({ connection }: Database): string[] {
  return connection
    .prepare<[], { integrity_check: string }>(`PRAGMA integrity_check(${mostFaults})`)
    .all()
    .filter((row) => row.integrity_check !== "ok")
    .map((row) => `The database is damaged: ${row.integrity_check}.`);
}

function referenceFaults({ connection }: Database): string[] {
  return connection
    .prepare<[], { rows: number; child: string; parent: string }>(
      `SELECT count(*) AS rows, "table" AS child, parent FROM pragma_foreign_key_check
       GROUP BY child, parent`,
    )
    .all()
    .map(({ rows, child, parent }) => `${rows} rows of ${child} refer to ${parent} that are gone.`);
}

function schemaFaults(db: Database): string[] {
  const known = readMigrationFiles({ migrationsFolder: migrationsFolder() });
  const newest = Math.max(...known.map(({ folderMillis }) => folderMillis));
  const row = db.prepare<[], { at: number | null }>("SELECT max(at) AS at FROM migrations").get();
  return (row?.at ?? 0) > newest
    ? ["The data was written by a newer version of Snug than this."]
    : [];
}

/** [RT1] The numbers after `oldest` are all there, each once, up to `head`. */
function logFaults(db: Database, { head, oldest }: LogState): string[] {
  const gaps = db
    .prepare<[number, number], { before: number; after: number }>(
      `SELECT before, after FROM (
         SELECT lag(seq, 1, ?) OVER (ORDER BY seq) AS before, seq AS after FROM events
       ) WHERE after <> before + 1 LIMIT ?`,
    )
    .all(oldest, mostFaults)
    .map(({ before, after }) => `The log has a gap: nothing between ${before} and ${after}.`);
  const last = db.prepare<[], { seq: number | null }>("SELECT max(seq) AS seq FROM events").get();
  const end = last?.seq ?? oldest;
  return end === head ? gaps : [...gaps, `The log should end at ${head}, and ends at ${end}.`];
}

function newestEventAt(db: Database): string | null {
  return (
    db.prepare<[], { at: string }>("SELECT at FROM events ORDER BY seq DESC LIMIT 1").get()?.at ??
    null
  );
}

function blobs(db: Database): StoredBlob[] {
  return db
    .prepare<[], StoredBlob>(
      `SELECT sha256, max(size) AS size FROM (
         SELECT sha256, size FROM files
         UNION ALL SELECT sha256, size FROM custom_emoji
         UNION ALL SELECT sha256, size FROM avatars
       ) GROUP BY sha256`,
    )
    .all();
}
