import type { LogEvent } from "../../../shared/events.ts";
import type { Audience, LoggedEvent } from "../port.ts";
import type { Database } from "./database.ts";

/** An event before it has its number. */
export type NewEvent = LogEvent extends infer Event
  ? Event extends LogEvent
    ? Omit<Event, "seq" | "at">
    : never
  : never;

/** What a write sees of the log. */
export interface Log {
  /** The time of this write: on its events, and on the rows that say the same. */
  readonly at: string;
  /** Seq that the next event will get. */
  readonly nextSeq: number;
  emit(audience: Audience, event: NewEvent): void;
}

/** Numbers and stores the events of one transaction, from the log's row as the transaction locked it [RT1]. */
export class LogWriter implements Log {
  readonly at = new Date().toISOString();
  readonly events: LoggedEvent[] = [];
  readonly #db: Database;
  readonly #firstSeq: number;

  constructor(db: Database) {
    this.#db = db;
    const row = db.prepare<[], { head: number }>("SELECT head FROM log").get();
    if (!row) throw new Error("The log has no row.");
    this.#firstSeq = row.head + 1;
  }

  get nextSeq(): number {
    return this.#firstSeq + this.events.length;
  }

  emit(audience: Audience, newEvent: NewEvent): void {
    const seq = this.nextSeq;
    const event: LogEvent = { ...newEvent, seq, at: this.at };
    const json = JSON.stringify(event);
    // Raw: one per write, and writes are what a busy server does most.
    this.#db
      .prepare<[number, string, string | null, string | null, string, string]>(
        "INSERT INTO events (seq, type, room_id, user_id, json, at) VALUES (?, ?, ?, ?, ?, ?)",
      )
      .run(
        seq,
        event.type,
        audience.kind === "room" ? audience.roomId : null,
        audience.kind === "user" ? audience.userId : null,
        json,
        this.at,
      );
    this.events.push({ seq, audience, event, json });
  }

  /** Takes back what was emitted since `events` had this length; its rows are rolled back already. */
  rollBackTo(length: number): void {
    this.events.length = length;
  }

  /** Moves the log's head; to be called once, right before the commit. */
  finish(): void {
    if (this.events.length === 0) return;
    this.#db.prepare<[number]>("UPDATE log SET head = ?").run(this.nextSeq - 1);
  }
}
