import type { HistoryPage, HistoryPosition, MessagePlace } from "../../../../shared/messages.ts";
import type { Database } from "../database.ts";
import { logState } from "./log.ts";
import type { MessageRow } from "./messages.ts";
import { messageColumns, toMessages } from "./messages.ts";

export interface PageRequest {
  /** `null`: the newest page. */
  position: HistoryPosition | null;
  limit: number;
}

/** The timeline of a room. */
export function history(db: Database, roomId: string, request: PageRequest): HistoryPage {
  return page(db, { of: timeline, id: roomId }, request);
}

/** The replies under a root. */
export function thread(db: Database, rootId: string, request: PageRequest): HistoryPage {
  return page(db, { of: replies, id: rootId }, request);
}

/**
 * Each is exactly what one partial index holds, in its order, so that a page costs its length. Named,
 * because the index of all messages of a room has the same order, and the planner may take that one:
 * then a page costs what was replied and deleted in between as well.
 */
const timeline = `messages m INDEXED BY messages_timeline
  WHERE m.room_id = ? AND m.thread_root_id IS NULL AND (m.deleted_at IS NULL OR m.reply_count > 0)`;
const replies = `messages m INDEXED BY messages_thread
  WHERE m.thread_root_id = ? AND m.thread_root_id IS NOT NULL AND m.deleted_at IS NULL`;

/** By the time it was written, which in an import need not follow the order of the timeline. */
export function firstMessageSince(
  db: Database,
  { roomId, time }: { roomId: string; time: string },
): MessagePlace | null {
  return (
    db
      .prepare<[string, string], MessagePlace>(
        `SELECT m.id AS messageId, m.seq FROM messages m INDEXED BY messages_time
         WHERE m.room_id = ? AND m.thread_root_id IS NULL
           AND (m.deleted_at IS NULL OR m.reply_count > 0) AND m.created_at >= ?
         ORDER BY m.created_at, m.seq LIMIT 1`,
      )
      .get(roomId, time) ?? null
  );
}

interface Scope {
  /** Table, index and condition. */
  of: string;
  id: string;
}

function page(db: Database, scope: Scope, { position, limit }: PageRequest): HistoryPage {
  const rows = rowsAt(db, scope, { position, limit });
  const edges = edgesOf(rows, position);
  return {
    messages: toMessages(db, rows),
    older: hasOlder(db, scope, edges.first) ? { before: edges.first } : null,
    newer: hasNewer(db, scope, edges.last) ? { after: edges.last } : null,
    asOf: logState(db).head,
  };
}

function rowsAt(db: Database, scope: Scope, { position, limit }: PageRequest): MessageRow[] {
  if (position === null) return olderThan(db, scope, Number.MAX_SAFE_INTEGER, limit);
  if ("before" in position) return olderThan(db, scope, position.before, limit);
  if ("after" in position) return newerThan(db, scope, position.after, limit);
  // At least one to each side: the message itself, and what is the first unread when it is a read mark.
  const size = Math.max(2, limit);
  const half = Math.floor(size / 2);
  const older = olderThan(db, scope, position.around + 1, size);
  const newer = newerThan(db, scope, position.around, size);
  // A side that has less than its half leaves the room to the other.
  const taken = Math.min(newer.length, Math.max(half, size - older.length));
  return [...older.slice(Math.max(0, older.length - (size - taken))), ...newer.slice(0, taken)];
}

/** The seqs that the page reaches down and up to; an empty page still stands somewhere. */
function edgesOf(
  rows: readonly MessageRow[],
  position: HistoryPosition | null,
): { first: number; last: number } {
  const first = rows.at(0)?.seq;
  const last = rows.at(-1)?.seq;
  if (first !== undefined && last !== undefined) return { first, last };
  if (position === null) return { first: 0, last: Number.MAX_SAFE_INTEGER };
  if ("before" in position) return { first: 0, last: Math.max(0, position.before - 1) };
  if ("after" in position) return { first: position.after + 1, last: Number.MAX_SAFE_INTEGER };
  return { first: 0, last: Number.MAX_SAFE_INTEGER };
}

/** Ascending, like every page. */
function olderThan(db: Database, scope: Scope, seq: number, limit: number): MessageRow[] {
  return db
    .prepare<[string, number, number], MessageRow>(
      `SELECT ${messageColumns} FROM ${scope.of} AND m.seq < ? ORDER BY m.seq DESC LIMIT ?`,
    )
    .all(scope.id, seq, limit)
    .toReversed();
}

function newerThan(db: Database, scope: Scope, seq: number, limit: number): MessageRow[] {
  return db
    .prepare<[string, number, number], MessageRow>(
      `SELECT ${messageColumns} FROM ${scope.of} AND m.seq > ? ORDER BY m.seq LIMIT ?`,
    )
    .all(scope.id, seq, limit);
}

function hasOlder(db: Database, scope: Scope, seq: number): boolean {
  const sql = `SELECT 1 FROM ${scope.of} AND m.seq < ? LIMIT 1`;
  return db.prepare<[string, number]>(sql).get(scope.id, seq) !== undefined;
}

function hasNewer(db: Database, scope: Scope, seq: number): boolean {
  const sql = `SELECT 1 FROM ${scope.of} AND m.seq > ? LIMIT 1`;
  return db.prepare<[string, number]>(sql).get(scope.id, seq) !== undefined;
}
