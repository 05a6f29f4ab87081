import type { FollowedThread, ThreadFollow, ThreadPage } from "../../../../shared/threads.ts";
import type { Database } from "../database.ts";
import type { MessageRow } from "./messages.ts";
import { messageColumns, toMessages } from "./messages.ts";

const replies = `messages m INDEXED BY messages_thread
  WHERE m.thread_root_id = f.root_id AND m.thread_root_id IS NOT NULL AND m.deleted_at IS NULL`;
const unreadReplies = `${replies} AND m.seq > f.read_seq AND m.author_id <> f.user_id`;

/** Of a row `f` of thread_follows. */
export const threadIsUnread = `(f.following AND EXISTS (SELECT 1 FROM ${unreadReplies}))`;

export function threadFollow(db: Database, userId: string, rootId: string): ThreadFollow | null {
  const row = db
    .prepare<[string, string], { following: 0 | 1; readSeq: number }>(
      `SELECT following, read_seq AS readSeq FROM thread_follows
       WHERE user_id = ? AND root_id = ?`,
    )
    .get(userId, rootId);
  return row ? { following: row.following === 1, readSeq: row.readSeq } : null;
}

export function isThreadUnread(db: Database, userId: string, rootId: string): boolean {
  return (
    db
      .prepare<[string, string]>(
        `SELECT 1 FROM thread_follows f WHERE f.user_id = ? AND f.root_id = ? AND ${threadIsUnread}`,
      )
      .get(userId, rootId) !== undefined
  );
}

export interface ThreadsRequest {
  userId: string;
  /** Seq of a last reply: only threads whose own is lower. */
  before: number | null;
  limit: number;
}

/** Each thread costs a look at its last reply, however long it is. */
export function followedThreads(db: Database, request: ThreadsRequest): ThreadPage {
  const { userId, before, limit } = request;
  const rows = db
    .prepare<[string, number, number], ListedRow>(`${listed} ORDER BY lastSeq DESC LIMIT ?`)
    .all(userId, before ?? Number.MAX_SAFE_INTEGER, limit + 1);
  const shown = rows.slice(0, limit);
  return {
    threads: asThreads(db, shown),
    older: rows.length > limit ? (shown.at(-1)?.lastSeq ?? null) : null,
  };
}

/** Newest first. */
export function unreadThreads(db: Database, userId: string, limit: number): FollowedThread[] {
  const rows = db
    .prepare<[string, number, number], ListedRow>(
      `${listed} AND unreadCount > 0 ORDER BY lastSeq DESC LIMIT ?`,
    )
    .all(userId, Number.MAX_SAFE_INTEGER, limit);
  return asThreads(db, rows);
}

interface ListedRow {
  rootId: string;
  lastSeq: number;
  unreadCount: number;
}

const listed = `
  SELECT * FROM (
    SELECT f.root_id AS rootId, (SELECT max(m.seq) FROM ${replies}) AS lastSeq,
      (SELECT count(*) FROM ${unreadReplies}) AS unreadCount
    FROM thread_follows f WHERE f.user_id = ? AND f.following
  ) WHERE lastSeq < ?`;

function asThreads(db: Database, rows: readonly ListedRow[]): FollowedThread[] {
  const roots = messagesBy(db, "id", JSON.stringify(rows.map(({ rootId }) => rootId)));
  const last = messagesBy(db, "seq", JSON.stringify(rows.map(({ lastSeq }) => lastSeq)));
  return rows.flatMap(({ rootId, lastSeq, unreadCount }) => {
    const root = roots.find(({ id }) => id === rootId);
    const lastReply = last.find(({ seq }) => seq === lastSeq);
    return root && lastReply ? [{ root, lastReply, unreadCount }] : [];
  });
}

function messagesBy(db: Database, column: "id" | "seq", keysJson: string) {
  const rows = db
    .prepare<[string], MessageRow>(
      `SELECT ${messageColumns} FROM messages m
       WHERE m.${column} IN (SELECT value FROM json_each(?))`,
    )
    .all(keysJson);
  return toMessages(db, rows);
}
