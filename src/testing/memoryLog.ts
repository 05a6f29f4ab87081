import type { LogEvent } from "../shared/events.ts";
import type { Log, LoggedEvent, LogState } from "../server/store/port.ts";

/** An event before the log gives it a number and a time. */
export type Unlogged = Pick<LoggedEvent, "audience"> & { event: Unnumbered<LogEvent> };

type Unnumbered<Event> = Event extends LogEvent ? Omit<Event, "seq" | "at"> : never;

const at = "2026-01-01T00:00:00.000Z";

/**
 * The log alone, in memory and without a database behind it, for tests that need to hold a read, write
 * from "another process", or swap the log for another while someone follows it.
 */
export class MemoryLog implements Log {
  epoch = "one";
  oldest = 0;
  reads = 0;
  #events: LoggedEvent[] = [];
  #listeners = new Set<(events: readonly LoggedEvent[]) => void>();
  #gate: Promise<void> = Promise.resolve();

  /** Written by this process: listeners are told. */
  commit(...events: Unlogged[]): LoggedEvent[] {
    const logged = this.commitElsewhere(...events);
    for (const listener of this.#listeners) listener(logged);
    return logged;
  }

  /** Written by another process: only reading shows it. */
  commitElsewhere(...events: Unlogged[]): LoggedEvent[] {
    const logged = events.map(({ audience, event }, index) => {
      const numbered: LogEvent = { ...event, seq: this.#head + index + 1, at };
      return { seq: numbered.seq, audience, event: numbered, json: JSON.stringify(numbered) };
    });
    this.#events.push(...logged);
    return logged;
  }

  /** Reads wait until the returned function is called. */
  holdReads(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#gate = promise;
    return resolve;
  }

  replaceWith(epoch: string, ...events: Unlogged[]): void {
    this.epoch = epoch;
    this.#events = [];
    this.commitElsewhere(...events);
  }

  async logState(): Promise<LogState> {
    return { epoch: this.epoch, head: this.#head, oldest: this.oldest };
  }

  onCommit(listener: (events: readonly LoggedEvent[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async eventsAfter(seq: number, limit: number): Promise<LoggedEvent[]> {
    this.reads += 1;
    const events = this.#kept(seq).slice(0, limit);
    await this.#gate;
    return events;
  }

  async eventsFor(
    userId: string,
    after: number,
    limit: number,
  ): Promise<{ events: LoggedEvent[]; through: number }> {
    const rooms = new Set(
      this.#memberships().flatMap((member) => (member.userId === userId ? [member.roomId] : [])),
    );
    const visible = this.#kept(after).filter(
      ({ audience }) =>
        audience.kind === "all" ||
        (audience.kind === "user" && audience.userId === userId) ||
        (audience.kind === "room" && rooms.has(audience.roomId)),
    );
    const events = visible.slice(0, limit);
    const through = events.length < limit ? this.#head : (events.at(-1)?.seq ?? after);
    await this.#gate;
    return { events, through };
  }

  async memberships(): Promise<{ seq: number; members: { userId: string; roomId: string }[] }> {
    const state = { seq: this.#head, members: this.#memberships() };
    await this.#gate;
    return state;
  }

  async snapshot(): Promise<never> {
    throw new Error("A log alone has no snapshot.");
  }

  async pruneLog(seq: number): Promise<void> {
    this.oldest = Math.max(this.oldest, seq);
  }

  get #head(): number {
    return this.#events.length;
  }

  #kept(after: number): LoggedEvent[] {
    return this.#events.slice(Math.max(after, this.oldest));
  }

  #memberships(): { userId: string; roomId: string }[] {
    const members = new Map<string, { userId: string; roomId: string }>();
    for (const { audience, event } of this.#events) {
      if (audience.kind !== "user") continue;
      const { userId } = audience;
      if (event.type === "room.added") {
        members.set(`${userId} ${event.room.id}`, { userId, roomId: event.room.id });
      } else if (event.type === "room.removed") {
        members.delete(`${userId} ${event.roomId}`);
      }
    }
    return [...members.values()];
  }
}
