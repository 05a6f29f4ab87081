import { existsSync } from "node:fs";
import { chmod, copyFile, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

import Connection from "better-sqlite3";

import type { StoreReport, StoreUpkeep } from "../upkeep.ts";
import { UpkeepError } from "../upkeep.ts";
import type { Database } from "./database.ts";
import { openDatabase, readAtOnce } from "./database.ts";
import { newEpoch } from "./epoch.ts";
import { examine } from "./examine.ts";
import { asUpkeepFailure } from "./failures.ts";
import { migrate } from "./migrate.ts";
import { openMoment } from "./moment.ts";

/** Pages between two reports of progress. */
const pagesAtOnce = 4096;

export function sqliteUpkeep(file: string): StoreUpkeep {
  return {
    async copyTo(path, onProgress) {
      requireFile(file);
      const db = mendable(() => openDatabase({ file, readonly: true }));
      try {
        // Inside of a read the copy stays at one moment; outside, it starts over whenever someone writes.
        db.connection.exec("BEGIN");
        db.prepare("SELECT head FROM log").get();
        await db.connection.backup(path, {
          progress({ totalPages, remainingPages }) {
            onProgress(totalPages - remainingPages, totalPages);
            return pagesAtOnce;
          },
        });
      } catch (error) {
        throw asUpkeepFailure(error);
      } finally {
        db.connection.close();
      }
      closeForGood(openDatabase({ file: path }));
      await chmod(path, 0o600);
      await sync(path);
    },

    async examine() {
      requireFile(file);
      return reportOn(file);
    },

    openMoment() {
      requireFile(file);
      return mendable(() => openMoment(file));
    },

    async replaceWith(path) {
      const staged = `${file}.restoring`;
      await copyFile(path, staged);
      try {
        renew(staged);
        await chmod(staged, 0o600);
        await sync(staged);
        return { keptAt: await swap(file, staged) };
      } finally {
        await rm(staged, { force: true });
      }
    },
  };
}

function requireFile(file: string): void {
  if (!existsSync(file)) throw new UpkeepError(`There is no workspace: ${file} does not exist.`);
}

function mendable<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw asUpkeepFailure(error);
  }
}

function reportOn(file: string): StoreReport {
  let db: Database | null = null;
  try {
    db = openDatabase({ file, readonly: true });
    const opened = db;
    return readAtOnce(opened, () => examine(opened));
  } catch (error) {
    // What is broken badly enough cannot even be examined.
    if (!(error instanceof Connection.SqliteError)) throw error;
    const fault = `The database cannot be read: ${error.message}.`;
    return { faults: [fault], log: null, newestEventAt: null, blobs: [] };
  } finally {
    db?.connection.close();
  }
}

function renew(file: string): void {
  const db = openDatabase({ file });
  try {
    migrate(db);
    db.prepare<[string]>("UPDATE log SET epoch = ?").run(newEpoch());
  } catch (error) {
    throw new UpkeepError(error instanceof Error ? error.message : String(error), { cause: error });
  } finally {
    closeForGood(db);
  }
}

/** All that was written is in the one file then, with nothing beside it. */
function closeForGood({ connection }: Database): void {
  connection.pragma("journal_mode = DELETE");
  connection.close();
}

/** Moves `staged` to where `file` is, and gives the place where that lies now. */
async function swap(file: string, staged: string): Promise<string | null> {
  if (!existsSync(file)) {
    await rename(staged, file);
    await syncFolder(file);
    return null;
  }
  const keptAt = `${file}.before-${new Date().toISOString().replaceAll(":", "-")}`;
  const unlock = lockOut(file);
  try {
    for (const end of ["", "-wal", "-shm"]) {
      if (existsSync(file + end)) await rename(file + end, keptAt + end);
    }
    await rename(staged, file);
    await syncFolder(file);
  } finally {
    unlock();
  }
  return keptAt;
}

/** Keeps everyone else from the file. Only who is alone with it can leave write-ahead logging. */
function lockOut(file: string): () => void {
  const connection = new Connection(file, { timeout: 0 });
  try {
    connection.pragma("locking_mode = EXCLUSIVE");
    connection.pragma("journal_mode = DELETE");
    connection.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    const code = error instanceof Connection.SqliteError ? error.code : "";
    if (/^SQLITE_(?:BUSY|LOCKED)/.test(code)) {
      connection.close();
      throw new UpkeepError("Snug is running on this data. Stop it first, then restore.");
    }
    // What is damaged can be neither locked nor served.
  }
  return () => connection.close();
}

async function sync(path: string): Promise<void> {
  await using file = await open(path, "r+");
  await file.sync();
}

async function syncFolder(file: string): Promise<void> {
  // Windows opens no folders, and has them durable without.
  if (process.platform === "win32") return;
  await using folder = await open(dirname(file), "r");
  await folder.sync();
}
