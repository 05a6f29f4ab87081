import { seqOf } from "../client/cursor.ts";
import { applyToSnapshot } from "../client/index.ts";
import type { LogEvent, LogEventOf, Snapshot } from "../shared/events.ts";
import type { HistoryPage, Message } from "../shared/messages.ts";
import { applyToMessage } from "./cachedPages.ts";

type Changing =
  | "reaction.added"
  | "reaction.removed"
  | "message.pinned"
  | "message.unpinned"
  | "message.saved"
  | "message.unsaved"
  | "message.edited"
  | "message.deleted"
  | "thread.updated"
  | "membership.updated";

/** What one asks for, as the event that will tell of it. */
export type Change = { [Type in Changing]: Omit<LogEventOf<Type>, "seq" | "at"> }[Changing];

interface Expected {
  readonly event: LogEvent;
  /** What it changes: the calls of one thing keep their order. */
  readonly thing: string;
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
  #uncounted: readonly LogEvent[] = [];
  readonly #last = new Map<string, Promise<unknown>>();
  #count = 0;

  /** In the order that they were asked for. The same array until it changes. */
  get events(): readonly LogEvent[] {
    return this.#events;
  }

  /** Without the deletions that a snapshot may have counted off already: they would count twice. */
  get uncounted(): readonly LogEvent[] {
    return this.#uncounted;
  }

  subscribe(changed: () => void): () => void {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  }

  /** Shows a change at once. Calls about one thing go out one after the other; rejects as the call does. */
  async run(change: Change, call: () => Promise<unknown>): Promise<void> {
    this.#count += 1;
    const event = { ...change, seq: firstSeq + this.#count, at: new Date().toISOString() };
    const thing = thingOf(event);
    const entry: Expected = { event, thing, answered: false, loose: false };
    this.#set([...this.#expected, entry]);
    const answer = (this.#last.get(thing) ?? Promise.resolve()).then(call);
    const settled = answer.catch(() => undefined);
    this.#last.set(thing, settled);
    try {
      await answer;
      entry.answered = true;
      if (entry.loose) this.#without(entry);
    } catch (error) {
      this.#without(entry);
      // Those after it may now ask for what is so already, and make no event.
      this.#loosen((other) => other.thing === thing);
      throw error;
    } finally {
      if (this.#last.get(thing) === settled) this.#last.delete(thing);
    }
  }

  /** An event of the log. */
  heard(event: LogEvent): void {
    const thing = thingOf(event);
    // It may make one follow: asking to then makes no event.
    if (event.type === "message.created") {
      return this.#loosen((other) => other.thing === thing && isFollowing(other.event));
    }
    const entry = this.#expected.find(
      (expected) => expected.thing === thing && saysTheSame(expected.event, event),
    );
    if (entry !== undefined) this.#without(entry);
  }

  /** A snapshot that does not follow by events. */
  restarted(): void {
    this.#loosen(() => true);
  }

  #loosen(which: (entry: Expected) => boolean): void {
    const loosened = this.#expected.filter(which);
    for (const entry of loosened) entry.loose = true;
    if (loosened.length > 0) this.#set(this.#expected.filter((entry) => !isOver(entry)));
  }

  #without(entry: Expected): void {
    this.#set(this.#expected.filter((other) => other !== entry));
  }

  #set(expected: readonly Expected[]): void {
    if (expected.length === 0 && this.#expected.length === 0) return;
    this.#expected = expected;
    this.#events = expected.map(({ event }) => event);
    this.#uncounted = expected.filter((entry) => !mayBeCounted(entry)).map(({ event }) => event);
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
  const { cursor } = snapshot;
  const held = events.filter((event) => !isAhead(event, seqOf(cursor)));
  return held.length === 0 ? snapshot : { ...held.reduce(applyToSnapshot, snapshot), cursor };
}

/** Pages as they will be, as of the same events of the log. */
export function expectedPages(pages: HistoryPage[], events: readonly LogEvent[]): HistoryPage[] {
  if (events.length === 0) return pages;
  return pages.map((page) => ({ ...page, messages: expectedMessages(page.messages, events) }));
}

/** Without those that will be gone. */
export function expectedMessages(
  messages: readonly Message[],
  events: readonly LogEvent[],
): Message[] {
  return messages.map((message) => expectedMessage(message, events)).filter(hasPlace);
}

export function expectedMessage(message: Message, events: readonly LogEvent[]): Message {
  return events.reduce((now, event) => {
    const change = changeTo(now, event);
    return change === null ? now : applyToMessage([change], now);
  }, message);
}

/** What is deleted keeps its place for its replies only. */
function hasPlace({ deletedAt, thread }: Message): boolean {
  return deletedAt === null || thread !== null;
}

/** What an event will do to a message; it says the whole of it, whatever has come to it since one asked. */
function changeTo(message: Message, event: LogEvent): LogEvent | null {
  if (event.type === "message.edited") {
    const { id, body, editedAt } = event.message;
    if (id !== message.id || message.deletedAt !== null) return null;
    return { ...event, message: { ...message, body, editedAt } };
  }
  if (event.type === "message.deleted" && event.threadRootId === message.id) {
    const { id: rootId, thread } = message;
    if (thread === null) return null;
    // Who else has replied, and when, it will tell.
    return {
      ...event,
      thread: { rootId, summary: { ...thread, replyCount: thread.replyCount - 1 } },
    };
  }
  return "messageId" in event && event.messageId === message.id ? event : null;
}

/** A message that was sent and answered a moment ago is not in the counts yet. */
function isAhead(event: LogEvent, seq: number): boolean {
  return event.type === "message.deleted" && event.messageSeq > seq;
}

function isFollowing(event: LogEvent): boolean {
  return event.type === "thread.updated" && event.following;
}

function isOver({ answered, loose }: Expected): boolean {
  return answered && loose;
}

function mayBeCounted({ event, loose }: Expected): boolean {
  return event.type === "message.deleted" && loose;
}

/** Of the same thing. */
function saysTheSame(expected: LogEvent, event: LogEvent): boolean {
  if (expected.type === "message.edited" && event.type === "message.edited") {
    return expected.message.body === event.message.body;
  }
  if (expected.type === "thread.updated" && event.type === "thread.updated") {
    return expected.following === event.following;
  }
  return expected.type === event.type;
}

/** What an event changes, where it is one that can be expected. */
function thingOf(event: LogEvent): string {
  switch (event.type) {
    case "reaction.added":
    case "reaction.removed":
      return `reaction ${event.messageId} ${event.userId} ${event.emoji}`;
    case "message.pinned":
    case "message.unpinned":
      return `pin ${event.messageId}`;
    case "message.saved":
    case "message.unsaved":
      return `save ${event.messageId}`;
    case "message.edited":
      return `message ${event.message.id}`;
    case "message.deleted":
      return `message ${event.messageId}`;
    case "membership.updated":
      return `preferences ${event.roomId}`;
    case "thread.updated":
      return `thread ${event.rootId}`;
    case "message.created":
      return `thread ${event.message.threadRootId}`;
    default:
      return "";
  }
}
