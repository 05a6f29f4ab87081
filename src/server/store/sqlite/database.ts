import type { Statement } from "better-sqlite3";
import Connection from "better-sqlite3";
import type { Table } from "drizzle-orm";
import { getTableColumns } from "drizzle-orm";
import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";

/** One connection to the file, as reads and writes use it. */
export interface Database {
  /** For everything that is not on a hot path: building and mapping a query costs 20 to 60 µs. */
  orm: BetterSQLite3Database;
  /** A statement of the connection, compiled at its first use. `Params` are bound by position. */
  prepare<Params extends unknown[], Row = unknown>(sql: string): Statement<Params, Row>;
  connection: Connection.Database;
}

export interface DatabaseOptions {
  file: string;
  /** Only looks; the file has to be there. */
  readonly?: boolean;
  /**
   * `commit`: each commit waits for the disk, and nobody sees what could still be lost. `background`: whoever
   * writes syncs what was committed, and keeps it to itself until then (`disk.ts`).
   */
  sync?: "commit" | "background";
  /** Sees every statement with its values, before it runs. For tests. */
  trace?: (sql: string) => void;
}

/** Opens or creates the file. */
export function openDatabase(options: DatabaseOptions): Database {
  const { file, readonly = false, sync = "commit", trace } = options;
  const connection = new Connection(file, {
    // Another process (the CLI) may hold the write lock for the time of one transaction.
    timeout: 5000,
    readonly,
    ...(trace ? { verbose: (sql) => trace(String(sql)) } : {}),
  });
  if (!readonly) connection.pragma("journal_mode = WAL");
  connection.pragma(`synchronous = ${sync === "commit" ? "FULL" : "NORMAL"}`);
  // 40 MB: so much is there only if nobody else clears it.
  if (sync === "background") connection.pragma("wal_autocheckpoint = 10000");
  connection.pragma("foreign_keys = ON");
  connection.pragma("temp_store = MEMORY");
  // Pages are taken as they are needed, up to 32 MB.
  connection.pragma("cache_size = -32768");
  // What one large import left behind is cut off again.
  connection.pragma("journal_size_limit = 67108864");
  const statements = new Map<string, Statement>();
  return {
    orm: drizzle(connection),
    connection,
    prepare<Params extends unknown[], Row>(sql: string) {
      let statement = statements.get(sql);
      if (!statement) {
        statement = connection.prepare(steady(sql));
        statements.set(sql, statement);
      }
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- SQL has no types; the caller says them
      return statement as Statement<Params, Row>;
    },
  };
}

/**
 * Planned once: where a plan could hang on a value, as in any join or LIMIT, SQLite plans anew whenever
 * one is bound, which costs more than most of our reads. A sign before it hides the value, and changes
 * nothing else.
 */
function steady(sql: string): string {
  return sql.replaceAll(/(?<=[\s(=<>])(?=[?@])/g, "+");
}

/** Everything that `read` sees is of one moment, whatever other processes commit meanwhile. */
export function readAtOnce<Result>(db: Database, read: () => Result): Result {
  db.prepare("BEGIN").run();
  try {
    return read();
  } finally {
    db.prepare("COMMIT").run();
  }
}

/** The table's columns for a hand-written SELECT whose rows are to be of the table's row type. */
export function columnsOf(table: Table, alias: string): string {
  return Object.entries(getTableColumns(table))
    .map(([property, column]) => `${alias}.${column.name} AS ${property}`)
    .join(", ");
}
