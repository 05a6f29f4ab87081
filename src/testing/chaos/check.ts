import { isDeepStrictEqual } from "node:util";

import type { HistoryScope } from "../../client/index.ts";
import { applyToPages } from "../../client/index.ts";
import type { LogEvent, LogEventOf, Snapshot } from "../../shared/events.ts";
import type { HistoryPage, Message } from "../../shared/messages.ts";
import { sorted } from "../house.ts";
import type { Said } from "./person.ts";
import { roomOf } from "./person.ts";
import type { Truth } from "./truth.ts";
import type { SeenPages } from "./view.ts";

/** What a person says, has been told, and sees, once everything is quiet. */
export interface Account {
  userId: string;
  said: readonly Said[];
  acknowledged: ReadonlyMap<string, Message>;
  /** Client ids of what the server refused, and of what it has never answered. */
  refused: ReadonlySet<string>;
  unsent: ReadonlySet<string>;
  snapshot: Snapshot | null;
  seen: readonly SeenPages[];
  foreign: readonly LogEvent[];
}

/** A sentence for everything that is not as it has to be. */
export function differences(truth: Truth, accounts: readonly Account[]): string[] {
  return [
    ...truth.damage.map((line) => `The database is damaged: ${line}`),
    ...gaps(truth.events),
    ...doubles(truth.events),
    ...unsaid(truth.events, accounts),
    ...rowsAgainstLog(truth),
    ...accounts.flatMap((account) => [
      ...sending(truth, account),
      ...order(truth, account),
      ...snapshotOf(truth, account),
      ...views(truth, account),
      ...strangers(truth, account),
    ]),
  ];
}

/** [RT1] */
function gaps(events: readonly LogEvent[]): string[] {
  const index = events.findIndex(({ seq }, place) => seq !== place + 1);
  return index === -1 ? [] : [`The log has seq ${events[index]?.seq} in place ${index + 1}.`];
}

/** [RT2] */
function doubles(events: readonly LogEvent[]): string[] {
  const seen = new Map<string, number>();
  return createdIn(events).flatMap(({ seq, message }) => {
    const before = seen.get(message.clientId);
    seen.set(message.clientId, seq);
    return before === undefined
      ? []
      : [`Message ${message.clientId} was written at ${before} and again at ${seq}.`];
  });
}

/** [RT2] What was said once is not there under another name. */
function unsaid(events: readonly LogEvent[], accounts: readonly Account[]): string[] {
  const said = new Set(accounts.flatMap((account) => account.said.map(({ clientId }) => clientId)));
  return createdIn(events)
    .filter(({ message }) => !said.has(message.clientId))
    .map(
      ({ seq, message }) => `Nobody said message ${message.clientId} at ${seq}: ${message.body}`,
    );
}

/** [RT12] What the log tells from its beginning is what the tables hold. */
function rowsAgainstLog({ events, timelines, threads }: Truth): string[] {
  const found: string[] = [];
  const scopes: [HistoryScope, Message[]][] = [
    ...[...timelines].map(([roomId, rows]): [HistoryScope, Message[]] => [{ roomId }, rows]),
    ...[...threads].map(([rootId, rows]): [HistoryScope, Message[]] => [{ rootId }, rows]),
  ];
  for (const [scope, rows] of scopes) {
    const empty: HistoryPage[] = [{ messages: [], older: null, newer: null, asOf: 0 }];
    const pages = events.reduce((all, event) => applyToPages(all, event, scope), empty);
    const told = pages.flatMap(({ messages }) => messages);
    found.push(...unlike(`The log and the tables differ in ${nameOf(scope)}`, told, rows));
  }
  return found;
}

/** [RT2] [RT3] Nothing that was said is lost, and what was refused is not there. */
function sending({ events }: Truth, account: Account): string[] {
  const { userId, said, acknowledged, refused, unsent } = account;
  const created = new Map(createdIn(events).map(({ message }) => [message.clientId, message]));
  return said.flatMap(({ clientId, roomId }) => {
    const stored = created.get(clientId);
    const ack = acknowledged.get(clientId);
    const what = `Message ${clientId} of ${userId}`;
    if (unsent.has(clientId)) return [`${what} was never sent.`];
    if (refused.has(clientId)) return stored ? [`${what} was refused, and is there.`] : [];
    if (stored === undefined) {
      return [`${what} was ${ack ? `acknowledged at ${ack.seq}` : "said"}, and is not there.`];
    }
    if (stored.roomId !== roomId || stored.authorId !== userId) return [`${what} is elsewhere.`];
    if (ack !== undefined && ack.seq !== stored.seq) {
      return [`${what} was acknowledged at ${ack.seq}, and is at ${stored.seq}.`];
    }
    return [];
  });
}

/** What one says in a room stands there in the order in which one said it. */
function order({ events }: Truth, { userId, said }: Account): string[] {
  const seqs = new Map(createdIn(events).map(({ seq, message }) => [message.clientId, seq]));
  const last = new Map<string, number>();
  return said.flatMap(({ clientId, roomId }) => {
    const seq = seqs.get(clientId);
    if (seq === undefined) return [];
    const before = last.get(roomId) ?? 0;
    last.set(roomId, Math.max(seq, before));
    return seq > before ? [] : [`What ${userId} said at ${seq} stands before ${before}.`];
  });
}

function snapshotOf({ snapshots }: Truth, { userId, snapshot }: Account): string[] {
  const fresh = snapshots.get(userId);
  if (snapshot === null || fresh === undefined) return [`${userId} has no snapshot.`];
  const [own, their] = [sorted(snapshot), sorted(fresh)];
  if (isDeepStrictEqual(own, their)) return [];
  const parts = ["cursor", "workspace", "me", "users", "rooms"] as const;
  return parts.flatMap((part) => {
    const [one, other] = [own[part], their[part]];
    if (isDeepStrictEqual(one, other)) return [];
    if (!Array.isArray(one) || !Array.isArray(other)) {
      return [`The snapshot of ${userId} has another ${part}: ${both(one, other)}`];
    }
    return unlike(`The snapshot of ${userId} has other ${part}`, one, other);
  });
}

/** Everything from the first message on that they hold, and nothing of where they are not. */
function views({ timelines, threads, snapshots }: Truth, { userId, seen }: Account): string[] {
  const rooms = new Set(snapshots.get(userId)?.rooms.map(({ id }) => id));
  const found: string[] = [];
  const timelinesSeen = new Set<string>();
  for (const { scope, pages } of seen) {
    const what = `The view that ${userId} has of ${nameOf(scope)}`;
    const shown = pages.flatMap(({ messages }) => messages);
    const roomId = "roomId" in scope ? scope.roomId : shown[0]?.roomId;
    if (roomId !== undefined && !rooms.has(roomId)) {
      found.push(`${what} is there, though they are not in the room.`);
      continue;
    }
    if ("roomId" in scope) timelinesSeen.add(scope.roomId);
    if (pages.at(-1)?.newer !== null) found.push(`${what} does not reach the end.`);
    const rows = "roomId" in scope ? timelines.get(scope.roomId) : threads.get(scope.rootId);
    const older = pages[0]?.older;
    const first = older && "before" in older ? older.before : 0;
    found.push(...unlike(what, shown, rows?.filter(({ seq }) => seq >= first) ?? []));
  }
  for (const roomId of rooms) {
    if (!timelinesSeen.has(roomId)) found.push(`${userId} has no view of room ${roomId}.`);
  }
  return found;
}

/**
 * [RT7] What was heard of a room that one was not in. A replay may tell what was said before one came, but
 * only to someone who has come since.
 */
function strangers({ arrivals }: Truth, { userId, foreign }: Account): string[] {
  return foreign.flatMap((event) => {
    const roomId = roomOf(event);
    const cameLater = arrivals.some(
      (arrival) =>
        arrival.userId === userId && arrival.roomId === roomId && arrival.seq > event.seq,
    );
    return cameLater
      ? []
      : [`${userId} heard ${event.type} at ${event.seq} of room ${roomId} that they had left.`];
  });
}

function unlike(what: string, shown: readonly unknown[], rows: readonly unknown[]): string[] {
  const place = rows.findIndex((row, index) => !isDeepStrictEqual(row, shown[index]));
  if (place !== -1)
    return [
      `${what}, first in place ${place} (${shown.length} of ${rows.length}): ${both(shown[place], rows[place])}`,
    ];
  return shown.length === rows.length ? [] : [`${what}, by ${both(shown[rows.length], undefined)}`];
}

function both(shown: unknown, stored: unknown): string {
  return `\n    shown  ${textOf(shown)}\n    stored ${textOf(stored)}`;
}

function textOf(value: unknown): string {
  return (JSON.stringify(value) ?? "nothing").slice(0, 600);
}

function nameOf(scope: HistoryScope): string {
  return "roomId" in scope ? `room ${scope.roomId}` : `thread ${scope.rootId}`;
}

function createdIn(events: readonly LogEvent[]): LogEventOf<"message.created">[] {
  return events.filter((event) => event.type === "message.created");
}
