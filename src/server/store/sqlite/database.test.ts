import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "./database.ts";
import { openDatabase, readAtOnce } from "./database.ts";

describe("a connection", () => {
  let folder: string;
  let db: Database;
  let other: Database;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "snug-database-"));
    db = openDatabase({ file: join(folder, "snug.db") });
    other = openDatabase({ file: join(folder, "snug.db") });
    db.connection.exec("CREATE TABLE names (name TEXT)");
  });

  afterEach(() => {
    db.connection.close();
    other.connection.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("[RT3] commits to the disk, beside readers, and holds references", () => {
    const setting = (name: string) => db.connection.pragma(name, { simple: true });
    expect(setting("journal_mode")).toBe("wal");
    // 2 is FULL: each commit waits until the disk has it.
    expect(setting("synchronous")).toBe(2);
    expect(setting("foreign_keys")).toBe(1);
    expect(setting("busy_timeout")).toBe(5000);
  });

  it("reads of one moment, whatever others write meanwhile", () => {
    const count = () => db.prepare("SELECT name FROM names").all().length;
    const seen = readAtOnce(db, () => {
      const before = count();
      other.prepare("INSERT INTO names VALUES ('Ann')").run();
      return [before, count()];
    });
    expect(seen).toEqual([0, 0]);
    expect(count()).toBe(1);
  });

  it("compiles a statement once", () => {
    const sql = "SELECT name FROM names WHERE name = ?";
    expect(db.prepare(sql)).toBe(db.prepare(sql));
    expect(other.prepare(sql)).not.toBe(db.prepare(sql));
  });
});
