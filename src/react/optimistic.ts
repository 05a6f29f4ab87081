import { applyToSnapshot } from "../client/index.ts";
import type { LogEvent, LogEventOf, Snapshot } from "../shared/events.ts";
import type { HistoryPage, Message } from "../shared/messages.ts";
import { applyToMessage } from "./cachedPages.ts";

type Toggle =
  | "reaction.added"
  | "reaction.removed"
  | "message.pinned"
  | "message.unpinned"
  | "message.saved"
  | "message.unsaved"
  | "membership.updated";

/** What one asks for, as the event that will tell of it. */
export type Change = { [Type in Toggle]: Omit<LogEventOf<Type>, "seq" | "at"> }[Toggle];

interface Expected {
  readonly event: LogEvent;
  answered: boolean;
  /** Its event may have gone by unseen, or may never come: it is kept until its answer only. */
  loose: boolean;
}

/** Above whatever the log can have. */
const firstSeq = Number.MAX_SAFE_INTEGER - 2 ** 32;

/**
 * Changes that show before they are done: the events that they will lead to, on top of what the log has
 * said. Each is taken away by its own event, which is then part of the log, or when its call fails.
 *
 * It is only for changes to something else than what is shown. Then an event that makes it true comes
 * after it was asked for, be it another device's, and taking one away for one event leaves none over.
 */
export class OptimisticUpdates {
  readonly #listeners = new Set<() => void>();
  #expected: readonly Expected[] = [];
  #events: readonly LogEvent[] = [];
  #last: Promise<unknown> = Promise.resolve();
  #count = 0;

  /** In the order that they were asked for. The same array until it changes. */
  get events(): readonly LogEvent[] {
    return this.#events;
  }

  subscribe(changed: () => void): () => void {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  }

  /** Shows a change at once. Calls go out one after the other; rejects as the call does. */
  async run(change: Change, call: () => Promise<unknown>): Promise<void> {
    this.#count += 1;
    const event = { ...change, seq: firstSeq + this.#count, at: new Date().toISOString() };
    const entry: Expected = { event, answered: false, loose: false };
    this.#set([...this.#expected, entry]);
    const answer = this.#last.then(call);
    this.#last = answer.catch(() => undefined);
    try {
      await answer;
      entry.answered = true;
      if (entry.loose) this.#without(entry);
    } catch (error) {
      // Those after it may now ask for what is so already, and make no event.
      for (const other of this.#expected) other.loose = true;
      this.#set(this.#expected.filter((other) => other !== entry && !isOver(other)));
      throw error;
    }
  }

  /** An event of the log. */
  heard(event: LogEvent): void {
    const key = keyOf(event);
    const entry = this.#expected.find((expected) => keyOf(expected.event) === key);
    if (entry !== undefined) this.#without(entry);
  }

  /** A snapshot that does not follow by events. */
  restarted(): void {
    for (const entry of this.#expected) entry.loose = true;
    this.#set(this.#expected.filter((entry) => !isOver(entry)));
  }

  #without(entry: Expected): void {
    this.#set(this.#expected.filter((other) => other !== entry));
  }

  #set(expected: readonly Expected[]): void {
    if (expected.length === 0 && this.#expected.length === 0) return;
    this.#expected = expected;
    this.#events = expected.map(({ event }) => event);
    for (const changed of this.#listeners) changed();
  }
}

const updates = new WeakMap<object, OptimisticUpdates>();

/** A client's own. */
export function optimisticOf(client: object): OptimisticUpdates {
  const known = updates.get(client);
  if (known !== undefined) return known;
  const made = new OptimisticUpdates();
  updates.set(client, made);
  return made;
}

/** The snapshot as it will be, true at the same cursor. */
export function expectedSnapshot(snapshot: Snapshot, events: readonly LogEvent[]): Snapshot {
  if (events.length === 0) return snapshot;
  return { ...events.reduce(applyToSnapshot, snapshot), cursor: snapshot.cursor };
}

/** Pages as they will be, as of the same events of the log. */
export function expectedPages(pages: HistoryPage[], events: readonly LogEvent[]): HistoryPage[] {
  if (events.length === 0) return pages;
  return pages.map((page) => ({
    ...page,
    messages: page.messages.map((message) => expectedMessage(message, events)),
  }));
}

export function expectedMessage(message: Message, events: readonly LogEvent[]): Message {
  const own = events.filter((event) => "messageId" in event && event.messageId === message.id);
  return own.length === 0 ? message : applyToMessage(own, message);
}

function isOver({ answered, loose }: Expected): boolean {
  return answered && loose;
}

/** Events of one key say the same of the same thing. */
function keyOf(event: LogEvent): string {
  const about = "messageId" in event ? event.messageId : "roomId" in event ? event.roomId : "";
  const isReaction = event.type === "reaction.added" || event.type === "reaction.removed";
  const which = isReaction ? `${event.userId} ${event.emoji}` : "";
  return `${event.type} ${about} ${which}`;
}
