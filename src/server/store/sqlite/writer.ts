import type { LoggedEvent } from "../port.ts";
import type { Database } from "./database.ts";
import type { Disk } from "./disk.ts";
import { asFailure, cannotStore } from "./failures.ts";
import type { Log } from "./logWriter.ts";
import { LogWriter } from "./logWriter.ts";
import { SearchIndex } from "./searchIndex.ts";

/** One atomic change: a plain function of plain data, so that it could run in another thread. */
export type Write<Args, Result> = (db: Database, args: Args, log: Log) => Result;

interface Queued {
  run(log: Log): () => void;
  reject(error: unknown): void;
}

interface Group {
  events: readonly LoggedEvent[];
  settle: readonly (() => void)[];
  reject(error: unknown): void;
  /** That it is on the disk, or will never be known to be. */
  over: PromiseWithResolvers<void>;
}

/**
 * Group commit [RT3]: writes that arrive together share one transaction, and those of several
 * transactions one wait for the disk. Each has a savepoint, so one that throws takes back its rows and
 * its seqs alone. Listeners get the events when they are on the disk, before the writes' promises settle.
 */
export class Writer {
  readonly #db: Database;
  readonly #disk: Disk;
  readonly #search: SearchIndex;
  readonly #listeners = new Set<(events: readonly LoggedEvent[]) => void>();
  #queue: Queued[] = [];
  /** While the disk must not be written to. */
  #held = false;
  #unsynced: Group[] = [];
  #syncing = false;
  /** Of the latest group, until it is over. */
  #latest: Promise<void> | undefined;
  /** What a sync failed with. What was committed may be lost, and with it all that would build on it. */
  #broken: unknown = null;
  #closed = false;

  constructor(db: Database, disk: Disk) {
    this.#db = db;
    this.#disk = disk;
    this.#search = new SearchIndex(db);
  }

  onCommit(listener: (events: readonly LoggedEvent[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  run<Args, Result>(write: Write<Args, Result>, args: Args): Promise<Result> {
    return new Promise((resolve, reject) => {
      if (this.#closed || this.#broken !== null) return reject(cannotStore());
      // setImmediate runs after what the sockets brought in this turn of the loop: that is a group.
      if (this.#queue.length === 0) setImmediate(() => this.#flush());
      this.#queue.push({
        run: (log) => {
          const result = write(this.#db, args, log);
          return () => resolve(result);
        },
        reject,
      });
    });
  }

  /** Waits until everything is on the disk that a read could have seen. */
  async synced(): Promise<void> {
    await this.#latest;
    if (this.#broken !== null) throw cannotStore();
  }

  /** Commits what is queued and refuses what comes after. */
  async close(): Promise<void> {
    this.#closed = true;
    while (this.#queue.length > 0 || this.#latest !== undefined) {
      this.#flush();
      await this.#latest;
      await new Promise((resolve) => setImmediate(resolve));
    }
    await this.#disk.close();
    this.#listeners.clear();
  }

  #flush(): void {
    if (this.#held || this.#queue.length === 0) return;
    // More would keep the event loop from its sockets for too long.
    const group = this.#queue.slice(0, 256);
    this.#queue = this.#queue.slice(group.length);
    if (this.#queue.length > 0) setImmediate(() => this.#flush());
    const reject = (error: unknown) => {
      for (const queued of group) queued.reject(asFailure(error));
    };
    try {
      if (this.#broken !== null) throw cannotStore();
      const { events, settle } = this.#commit(group);
      const over = Promise.withResolvers<void>();
      this.#latest = over.promise;
      this.#unsynced.push({ events, settle, reject, over });
      void this.#sync();
      this.#hold(this.#disk.committed(events.length));
    } catch (error) {
      reject(error);
    }
  }

  #hold(until: Promise<void> | undefined): void {
    if (until === undefined) return;
    this.#held = true;
    void until.finally(() => {
      this.#held = false;
      this.#flush();
    });
  }

  /** What is committed while the disk is waited for shares the next wait. */
  async #sync(): Promise<void> {
    if (this.#syncing) return;
    this.#syncing = true;
    while (this.#unsynced.length > 0) {
      const groups = this.#unsynced;
      this.#unsynced = [];
      try {
        await this.#disk.sync();
      } catch (error) {
        this.#broken = error;
        process.emitWarning(error instanceof Error ? error : String(error));
      }
      for (const group of groups) this.#finish(group);
    }
    this.#syncing = false;
    this.#latest = undefined;
  }

  #finish(group: Group): void {
    if (this.#broken !== null) {
      group.reject(cannotStore());
    } else {
      this.#publish(group.events);
      for (const settle of group.settle) settle();
    }
    group.over.resolve();
  }

  #commit(group: readonly Queued[]): { events: readonly LoggedEvent[]; settle: (() => void)[] } {
    const { connection } = this.#db;
    this.#db.prepare("BEGIN IMMEDIATE").run();
    try {
      const log = new LogWriter(this.#db);
      const settle = group.map((queued) => this.#runAlone(queued, log));
      this.#search.follow(log.events);
      log.finish();
      this.#db.prepare("COMMIT").run();
      return { events: log.events, settle };
    } catch (error) {
      if (connection.inTransaction) this.#db.prepare("ROLLBACK").run();
      this.#search.forget();
      throw error;
    }
  }

  #runAlone(queued: Queued, log: LogWriter): () => void {
    const before = log.events.length;
    this.#db.prepare("SAVEPOINT one").run();
    try {
      const resolve = queued.run(log);
      this.#db.prepare("RELEASE one").run();
      return resolve;
    } catch (error) {
      // A full disk may have ended the whole transaction: then none of the group is written.
      if (!this.#db.connection.inTransaction) throw error;
      this.#db.prepare("ROLLBACK TO one").run();
      this.#db.prepare("RELEASE one").run();
      log.rollBackTo(before);
      const failure = asFailure(error);
      return () => queued.reject(failure);
    }
  }

  #publish(events: readonly LoggedEvent[]): void {
    if (events.length === 0) return;
    for (const listener of this.#listeners) {
      try {
        listener(events);
      } catch (error) {
        // The write is done; a listener that fails is a bug, and must not look like a failed write.
        process.emitWarning(error instanceof Error ? error : String(error));
      }
    }
  }
}
