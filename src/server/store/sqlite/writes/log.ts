import type { Database } from "../database.ts";

/** Forgets events up to `seq`. A cursor that stands there, or later, can still resume. */
export function pruneLog(db: Database, seq: number): void {
  db.prepare<[number]>("UPDATE log SET oldest = max(oldest, min(head, ?))").run(seq);
  db.prepare("DELETE FROM events WHERE seq <= (SELECT oldest FROM log)").run();
}
