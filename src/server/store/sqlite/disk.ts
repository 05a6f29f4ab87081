import { closeSync, fdatasync, openSync } from "node:fs";
import { promisify } from "node:util";

import { Checkpointer } from "./checkpointer.ts";

/** How what was committed gets to the disk. */
export interface Disk {
  /** Resolves when everything that was committed before would survive power loss [RT3]. */
  sync(): Promise<void>;
  /** Told of each commit. While what it returns is pending, nothing must be written. */
  committed(events: number): Promise<void> | undefined;
  close(): Promise<void>;
}

/** For a connection whose commits wait for the disk themselves, and which now and then clears the log. */
export const commitsSync: Disk = {
  sync: async () => {},
  committed: () => undefined,
  close: async () => {},
};

const syncFile = promisify(fdatasync);

/**
 * For a connection whose commits do not wait: what they append to SQLite's write-ahead log is synced in
 * libuv's threads, and what the log holds is moved to the database in a thread of its own. The event
 * loop goes on meanwhile.
 */
export class BackgroundDisk implements Disk {
  readonly #file: string;
  readonly #checkpointer: Checkpointer;
  #log: number | null = null;

  constructor(file: string) {
    this.#file = file;
    this.#checkpointer = new Checkpointer(file);
  }

  async sync(): Promise<void> {
    // There from the first commit on, and the same file for as long as a connection is open.
    this.#log ??= openSync(`${this.#file}-wal`, "r+");
    await syncFile(this.#log);
  }

  committed(events: number): Promise<void> | undefined {
    return this.#checkpointer.committed(events);
  }

  async close(): Promise<void> {
    await this.#checkpointer.close();
    if (this.#log !== null) closeSync(this.#log);
    this.#log = null;
  }
}
