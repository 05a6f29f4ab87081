import type { LogEvent } from "../../../../shared/events.ts";
import type { Audience, LoggedEvent, LogState } from "../../port.ts";
import type { Database } from "../database.ts";
import { decodeStored } from "../stored.ts";

export function logState(db: Database): LogState {
  const row = db.prepare<[], LogState>("SELECT epoch, head, oldest FROM log").get();
  if (!row) throw new Error("The log has no row.");
  return row;
}

interface EventRow {
  seq: number;
  room_id: string | null;
  user_id: string | null;
  json: string;
}

export function eventsAfter(db: Database, seq: number, limit: number): LoggedEvent[] {
  return db
    .prepare<[number, number], EventRow>(
      "SELECT seq, room_id, user_id, json FROM events WHERE seq > ? ORDER BY seq LIMIT ?",
    )
    .all(seq, limit)
    .map(toLoggedEvent);
}

/**
 * [RT7] Each audience that one belongs to is a range of an index, of which at most `limit` entries are
 * read: the cost follows the number of one's rooms, not how long one was away or how busy others were.
 */
export function eventsFor(
  db: Database,
  { userId, after, limit }: { userId: string; after: number; limit: number },
): { events: LoggedEvent[]; through: number } {
  const { head } = logState(db);
  // Most who resume missed nothing.
  if (after >= head) return { events: [], through: after };
  const events = db
    .prepare<[{ userId: string; after: number; limit: number }], EventRow>(visibleAfter)
    .all({ userId, after, limit })
    .map(toLoggedEvent);
  const last = events.at(-1)?.seq ?? after;
  return { events, through: events.length < limit ? head : last };
}

const visibleAfter = `
  WITH visible (seq) AS (
    SELECT * FROM (
      SELECT seq FROM events
      WHERE room_id IS NULL AND user_id IS NULL AND seq > @after ORDER BY seq LIMIT @limit)
    UNION ALL
    SELECT * FROM (
      SELECT seq FROM events WHERE user_id = @userId AND seq > @after ORDER BY seq LIMIT @limit)
    UNION ALL
    SELECT e.seq FROM memberships m JOIN events e ON e.seq IN (
      SELECT x.seq FROM events x
      WHERE x.room_id = m.room_id AND x.seq > @after ORDER BY x.seq LIMIT @limit)
    WHERE m.user_id = @userId
  )
  SELECT seq, room_id, user_id, json FROM events
  WHERE seq IN (SELECT seq FROM visible ORDER BY seq LIMIT @limit) ORDER BY seq`;

export function allMemberships(db: Database): {
  seq: number;
  members: { userId: string; roomId: string }[];
} {
  const members = db
    .prepare<[], { userId: string; roomId: string }>(
      "SELECT user_id AS userId, room_id AS roomId FROM memberships",
    )
    .all();
  return { seq: logState(db).head, members };
}

function toLoggedEvent(row: EventRow): LoggedEvent {
  const event = decodeStored<LogEvent>(row.json);
  return { seq: row.seq, audience: audienceOf(row), event, json: row.json };
}

function audienceOf(row: EventRow): Audience {
  if (row.room_id !== null) return { kind: "room", roomId: row.room_id };
  if (row.user_id !== null) return { kind: "user", userId: row.user_id };
  return { kind: "all" };
}
