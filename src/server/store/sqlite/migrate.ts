import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { readMigrationFiles } from "drizzle-orm/migrator";
import type { Database } from "./database.ts";
import { defineSearchFunctions } from "./searchIndex.ts";

/**
 * Brings the file to the newest schema, in one transaction that excludes other processes: two that start
 * at once on a fresh file apply each migration once. Drizzle's own migrator reads what is applied before
 * it locks, and leaves foreign keys unchecked after a table was rebuilt.
 */
export function migrate(db: Database, folder: string = migrationsFolder()): void {
  const { connection } = db;
  const known = readMigrationFiles({ migrationsFolder: folder });
  defineSearchFunctions(connection);
  // Rebuilding a table would cascade into others; without effect inside of a transaction.
  connection.pragma("foreign_keys = OFF");
  connection.exec("BEGIN IMMEDIATE");
  try {
    connection.exec(
      "CREATE TABLE IF NOT EXISTS migrations (at INTEGER PRIMARY KEY, hash TEXT NOT NULL)",
    );
    const newest = db
      .prepare<[], { at: number | null }>("SELECT max(at) AS at FROM migrations")
      .get();
    const applied = newest?.at ?? 0;
    if (applied > Math.max(...known.map((migration) => migration.folderMillis))) {
      throw new Error(
        "This data was written by a newer version of Snug. Start that version instead.",
      );
    }
    const missing = known.filter((migration) => migration.folderMillis > applied);
    for (const migration of missing) {
      for (const statement of migration.sql) connection.exec(statement);
      db.prepare<[number, string]>("INSERT INTO migrations (at, hash) VALUES (?, ?)").run(
        migration.folderMillis,
        migration.hash,
      );
    }
    // It walks through every table, so not at every start.
    const broken = missing.length > 0 ? connection.pragma("foreign_key_check") : [];
    if (Array.isArray(broken) && broken.length > 0) {
      throw new Error("A migration left rows that refer to nothing. Nothing was changed.");
    }
    connection.exec("COMMIT");
  } catch (error) {
    if (connection.inTransaction) connection.exec("ROLLBACK");
    throw error;
  } finally {
    connection.pragma("foreign_keys = ON");
  }
}

/** `drizzle/sqlite` of the package, whether this runs from the sources or from the bundle. */
export function migrationsFolder(): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const candidate = join(folder, "drizzle/sqlite");
    if (existsSync(join(candidate, "meta/_journal.json"))) return candidate;
    if (folder === dirname(folder)) throw new Error("The folder drizzle/sqlite is missing.");
  }
}
