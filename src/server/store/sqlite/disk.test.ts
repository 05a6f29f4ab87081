import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { openTeam } from "../contract/team.ts";
import type { LoggedEvent } from "../port.ts";
import { openDatabase } from "./database.ts";
import type { Disk } from "./disk.ts";
import { temporaryStore } from "./temporaryStore.ts";
import { Writer } from "./writer.ts";

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  vi.restoreAllMocks();
});

/** A disk that is done when it is told, and a writer of numbers on it. */
function numbersOn(disk: Partial<Disk>) {
  const folder = mkdtempSync(join(tmpdir(), "snug-disk-"));
  folders.push(folder);
  const db = openDatabase({ file: join(folder, "numbers.db"), sync: "background" });
  db.connection.exec(`
    CREATE TABLE log (head INTEGER);
    INSERT INTO log VALUES (0);
    CREATE TABLE numbers (number INTEGER);
    CREATE TABLE events (seq, type, room_id, user_id, json, at);`);
  const syncs: PromiseWithResolvers<void>[] = [];
  const writer = new Writer(db, {
    sync() {
      const sync = Promise.withResolvers<void>();
      syncs.push(sync);
      return sync.promise;
    },
    committed: () => undefined,
    close: async () => {},
    ...disk,
  });
  const heard: number[] = [];
  writer.onCommit((events: readonly LoggedEvent[]) => heard.push(...events.map(({ seq }) => seq)));
  return {
    writer,
    heard,
    syncs,
    count: () => db.connection.prepare("SELECT count(*) FROM numbers").pluck().get(),
    write: (number: number) =>
      writer.run((connection, value: number, log) => {
        connection.prepare<[number]>("INSERT INTO numbers VALUES (?)").run(value);
        log.emit({ kind: "all" }, { type: "session.revoked", sessionIds: [String(value)] });
        return value;
      }, number),
    [Symbol.dispose]: () => db.connection.close(),
  };
}

describe("a commit that does not wait for the disk", () => {
  it("[RT3] is acknowledged, published and read when it is on the disk, not before", async () => {
    using numbers = numbersOn({});
    const settled: string[] = [];
    const written = numbers.write(1).then(() => settled.push("written"));
    await committed(numbers, 1);
    const read = numbers.writer.synced().then(() => settled.push("read"));
    await turn();
    expect({ settled, heard: numbers.heard }).toEqual({ settled: [], heard: [] });
    numbers.syncs[0]?.resolve();
    await Promise.all([written, read]);
    expect(settled).toEqual(["written", "read"]);
    expect(numbers.heard).toEqual([1]);
    await numbers.writer.synced();
  });

  it("shares the next wait with all that is committed during one", async () => {
    using numbers = numbersOn({});
    const first = numbers.write(1);
    await committed(numbers, 1);
    const second = numbers.write(2);
    await committed(numbers, 2);
    const third = numbers.write(3);
    await committed(numbers, 3);
    expect(numbers.syncs).toHaveLength(1);
    numbers.syncs[0]?.resolve();
    await first;
    expect(numbers.heard).toEqual([1]);
    await vi.waitFor(() => expect(numbers.syncs).toHaveLength(2));
    numbers.syncs[1]?.resolve();
    expect(await Promise.all([second, third])).toEqual([2, 3]);
    expect(numbers.heard).toEqual([1, 2, 3]);
  });

  it("[RT3] that never reached the disk is refused, and so is everything after it", async () => {
    const warnings = vi.spyOn(process, "emitWarning").mockReturnValue();
    using numbers = numbersOn({});
    const lost = numbers.write(1);
    await committed(numbers, 1);
    const refused = Promise.allSettled([lost, numbers.write(2), numbers.writer.synced()]);
    numbers.syncs[0]?.reject(new Error("EIO: i/o error, fdatasync"));
    for (const outcome of await refused) {
      expect(outcome).toMatchObject({ status: "rejected", reason: { code: "UNAVAILABLE" } });
    }
    await expect(numbers.write(3)).rejects.toMatchObject({ code: "UNAVAILABLE" });
    expect(numbers.heard).toEqual([]);
    expect(warnings).toHaveBeenCalledTimes(1);
  });

  it("waits while the log is moved to the database", async () => {
    const moved = Promise.withResolvers<void>();
    let moving: Promise<void> | undefined = moved.promise;
    using numbers = numbersOn({ sync: async () => {}, committed: () => moving });
    await numbers.write(1);
    moving = undefined;
    const second = numbers.write(2);
    await turn();
    await turn();
    expect(numbers.count()).toBe(1);
    moved.resolve();
    expect(await second).toBe(2);
  });
});

describe("SQLite's write-ahead log", () => {
  it("stays short however much is written without a pause", async () => {
    await using temporary = temporaryStore({ sync: "background" });
    const { say, ann } = await openTeam(async () => temporary);
    const sent: Promise<unknown>[] = [];
    for (let number = 0; number < 2000; number += 1) {
      sent.push(say(ann, `message ${number} ${"x".repeat(500)}`));
      if (number % 20 === 0) await turn();
    }
    await Promise.all(sent);
    // It would be four times as much, were it never cleared.
    expect(statSync(`${temporary.file}-wal`).size).toBeLessThan(12_000_000);
  });
});

async function committed(numbers: { count: () => unknown }, count: number): Promise<void> {
  while (numbers.count() !== count) await turn();
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
