import type { StreamItem } from "../../shared/events.ts";
import type { Cursor } from "../../shared/ids.ts";
import { parseCursor } from "../../shared/ids.ts";
import type { Log, LogState } from "../store/port.ts";
import type { Connections } from "./connections.ts";
import type { LogDelivery } from "./delivery.ts";
import { toDelivery, toReset } from "./delivery.ts";
import { LiveFeed } from "./feed.ts";
import type { Hub, Subscriber } from "./hub.ts";
import type { MailboxLimits } from "./mailbox.ts";
import { Mailbox } from "./mailbox.ts";
import type { Viewer } from "./port.ts";
import type { Reader } from "./reader.ts";
import { endWithReader } from "./reader.ts";

export interface StreamSources {
  hub: Hub;
  log: Log;
  connections: Connections;
  limits: StreamLimits;
}

export interface StreamLimits {
  /** Events that are read at once on replay. */
  page: number;
  /** Live events that wait for one reader, in number and in characters. */
  inbox: MailboxLimits;
}

export interface StreamRequest extends Reader {
  cursor: string;
}

type Item = { cursor: string; item: StreamItem };

/**
 * [RT5] The one path of first connect, of resume, and of a reader who fell too far behind: live events
 * are collected from the start, the log is replayed after the cursor, what was already sent is dropped,
 * and then it is live.
 */
export function openStream(sources: StreamSources, request: StreamRequest): LiveFeed<Item> {
  const inbox = new Mailbox<LogDelivery>(sources.limits.inbox);
  const position = parseCursor(request.cursor);
  if (position === null) return new LiveFeed(inbox, malformed(sources.log));
  const tapped = {
    tap(take: (delivery: LogDelivery) => void) {
      inbox.tap((live) => {
        if (advance(position, live)) take(live);
      });
    },
  };
  return new LiveFeed(tapped, stream(sources, request, { inbox, position }));
}

async function* malformed(log: Log): AsyncGenerator<Item, void, void> {
  yield toReset("malformed", await log.logState());
}

interface Place {
  inbox: Mailbox<LogDelivery>;
  /** Of what was sent last; moves on. */
  position: Cursor;
}

async function* stream(
  sources: StreamSources,
  request: StreamRequest,
  { inbox, position }: Place,
): AsyncGenerator<Item, void, void> {
  const { viewer } = request;
  const subscriber: Subscriber = { userId: viewer.userId, inbox, lostRoom: false };
  const leave = sources.hub.join(subscriber);
  const release = endWithReader(inbox, request, sources.connections);
  try {
    do {
      inbox.reopen();
      const reset = yield* replay(sources, { viewer, position, subscriber });
      if (reset) return yield reset;
      for (let live = await inbox.next(); live !== null; live = await inbox.next()) {
        if (advance(position, live)) yield live;
      }
    } while (!inbox.ended);
  } finally {
    release();
    leave();
  }
}

/**
 * Moves on to what comes live, unless it was sent already: a replay may have read past where the hub
 * stands, as when another process wrote to the log.
 */
function advance(position: Cursor, { seq }: LogDelivery): boolean {
  if (seq <= position.seq) return false;
  position.seq = seq;
  return true;
}

interface Replay extends Pick<Place, "position"> {
  viewer: Viewer;
  subscriber: Subscriber;
}

/** Sends the log after the position, up to its end. Returns the reset when that cannot be [RT6]. */
async function* replay(
  { log, limits }: StreamSources,
  { viewer, position, subscriber }: Replay,
): AsyncGenerator<Item, Item | null, void> {
  const { inbox } = subscriber;
  while (!inbox.ended) {
    subscriber.lostRoom = false;
    const page = await log.eventsFor(viewer.userId, position.seq, limits.page);
    // Asked after the read: had the log been pruned during it, the page might miss what was pruned.
    const state = await log.logState();
    const reason = whyNotFrom(position, state);
    if (reason) return toReset(reason, state);
    for (const logged of page.events) {
      await viewer.drained?.();
      if (inbox.ended) return null;
      if (subscriber.lostRoom) break;
      position.seq = logged.seq;
      yield toDelivery(logged, state.epoch);
    }
    // What they may see changed under way: the rest is read once more, as they may see it now [RT7].
    if (subscriber.lostRoom) continue;
    position.seq = page.through;
    if (page.events.length < limits.page) return null;
  }
  return null;
}

function whyNotFrom(position: Cursor, { epoch, head, oldest }: LogState) {
  if (position.epoch !== epoch) return "epoch";
  if (position.seq > head) return "future";
  if (position.seq < oldest) return "retention";
  return null;
}
