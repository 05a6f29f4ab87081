import type { LoggedEvent } from "../port.ts";
import type { Database } from "./database.ts";
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

/**
 * Group commit [RT3]: writes that arrive together share one transaction and one fsync. Each has a
 * savepoint, so one that throws takes back its rows and its seqs alone. Listeners get the events after
 * the commit and before the writes' promises settle.
 */
export class Writer {
  readonly #db: Database;
  readonly #search: SearchIndex;
  readonly #listeners = new Set<(events: readonly LoggedEvent[]) => void>();
  #queue: Queued[] = [];
  #closed = false;

  constructor(db: Database) {
    this.#db = db;
    this.#search = new SearchIndex(db);
  }

  onCommit(listener: (events: readonly LoggedEvent[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  run<Args, Result>(write: Write<Args, Result>, args: Args): Promise<Result> {
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(cannotStore());
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

  /** Commits what is queued and refuses what comes after. */
  close(): void {
    this.#closed = true;
    while (this.#queue.length > 0) this.#flush();
    this.#listeners.clear();
  }

  #flush(): void {
    if (this.#queue.length === 0) return;
    // More would keep the event loop from its sockets for too long.
    const group = this.#queue.slice(0, 256);
    this.#queue = this.#queue.slice(group.length);
    if (this.#queue.length > 0) setImmediate(() => this.#flush());
    try {
      const { events, settle } = this.#commit(group);
      this.#publish(events);
      for (const each of settle) each();
    } catch (error) {
      for (const queued of group) queued.reject(asFailure(error));
    }
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
