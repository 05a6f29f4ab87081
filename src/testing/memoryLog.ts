import type { LogEvent } from "../shared/events.ts";
import type { Log, LoggedEvent, LogState, Statuses } from "../server/store/port.ts";

/** An event before the log gives it a number and a time. */
export type Unlogged = Pick<LoggedEvent, "audience"> & { event: Unnumbered<LogEvent> };

type Unnumbered<Event> = Event extends LogEvent ? Omit<Event, "seq" | "at"> : never;

const at = "2026-01-01T00:00:00.000Z";

/**
 * The log alone, in memory and without a database behind it, for tests that need to hold a read, write
 * from "another process", or swap the log for another while someone follows it.
 */
export class MemoryLog implements Log, Pick<Statuses, "chosenPresence"> {
  epoch = "one";
  oldest = 0;
  reads = 0;
  chosen: Awaited<ReturnType<Statuses["chosenPresence"]>> = [];
  #events: LoggedEvent[] = [];
  #listeners = new Set<(events: readonly LoggedEvent[]) => void>();
  #begin: Promise<void> = Promise.resolve();
  #end: Promise<void> = Promise.resolve();

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

  /** Reads from now on wait until the returned function is called: before they look, or with what they saw. */
  holdReads(when: "begin" | "end" = "end"): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    if (when === "begin") this.#begin = promise;
    else this.#end = promise;
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
    return this.#held(() => this.#kept(seq).slice(0, limit));
  }

  async eventsFor(
    userId: string,
    after: number,
    limit: number,
  ): Promise<{ events: LoggedEvent[]; through: number }> {
    return this.#held(() => {
      const rooms = new Set(this.#memberships().map((each) => `${each.userId} ${each.roomId}`));
      const visible = this.#kept(after).filter(
        ({ audience }) =>
          audience.kind === "all" ||
          (audience.kind === "user" && audience.userId === userId) ||
          (audience.kind === "room" && rooms.has(`${userId} ${audience.roomId}`)),
      );
      const events = visible.slice(0, limit);
      return {
        events,
        through: events.length < limit ? this.#head : (events.at(-1)?.seq ?? after),
      };
    });
  }

  async memberships(): Promise<{ seq: number; members: { userId: string; roomId: string }[] }> {
    return this.#held(() => ({ seq: this.#head, members: this.#memberships() }));
  }

  async snapshot(): Promise<never> {
    throw new Error("A log alone has no snapshot.");
  }

  async chosenPresence() {
    return this.chosen;
  }

  async pruneLog(seq: number): Promise<void> {
    this.oldest = Math.max(this.oldest, seq);
  }

  async #held<Result>(read: () => Result): Promise<Result> {
    this.reads += 1;
    const end = this.#end;
    await this.#begin;
    const result = read();
    await end;
    return result;
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
