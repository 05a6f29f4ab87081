import { createHash } from "node:crypto";
import { join } from "node:path";

import Connection from "better-sqlite3";

import type { TestServer } from "./server.ts";

/**
 * A digest of each table, as it lies on the disk: for telling that nothing was written, also by what no event
 * tells of. What any call may move is left out: when someone was last seen, and what follows from that.
 */
export function everyRow({ dataDir }: Pick<TestServer, "dataDir">): Record<string, string> {
  const connection = new Connection(join(dataDir, "snug.sqlite"), { readonly: true });
  try {
    const tables = connection
      .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'")
      .all();
    return Object.fromEntries(tables.map(({ name }) => [name, digest(connection, name)]));
  } finally {
    connection.close();
  }
}

const moving = new Set(["last_seen_at", "last_used_at"]);

function digest(connection: Connection.Database, table: string): string {
  const columns = connection
    .prepare<[string], { name: string }>("SELECT name FROM pragma_table_info(?)")
    .all(table)
    .map(({ name }) => name)
    .filter((name) => !moving.has(name) && !(table === "sessions" && name === "expires_at"));
  const list = columns.map((name) => `"${name}"`).join(", ");
  const rows = connection.prepare(`SELECT ${list} FROM "${table}"`).raw().all();
  return createHash("sha256").update(JSON.stringify(rows)).digest("hex");
}
