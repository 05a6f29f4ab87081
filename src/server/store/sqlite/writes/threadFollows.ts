import type { ThreadFollow } from "../../../../shared/threads.ts";
import type { Database } from "../database.ts";
import type { Log } from "../logWriter.ts";
import type { MessageRow } from "../reads/messages.ts";
import { isShown, mentionsIn, ownRoomsMessage, noSuchMessage } from "../reads/messages.ts";
import { isThreadUnread, threadFollow, threadIsUnread } from "../reads/threads.ts";

export interface ThreadReply {
  root: MessageRow;
  reply: MessageRow;
  /** `false` for history from elsewhere, which is not news. */
  isNews: boolean;
}

/**
 * Has those follow a thread whom a reply makes follow it; answers who has something new to read in it. Who
 * follows already is only read here: a reply to a thread of hundreds writes one row, its author's.
 */
export function followByReply(db: Database, { root, reply, isNews }: ThreadReply): string[] {
  const isFirst = root.replyCount === 0;
  const named = [...namedIn(reply), ...(isFirst ? namedIn(root) : [])];
  const start = db.prepare<[string, number, string, string]>(
    `INSERT OR IGNORE INTO thread_follows (user_id, root_id, room_id, following, read_seq)
     SELECT user_id, ?, room_id, 1, ? FROM memberships WHERE user_id = ? AND room_id = ?`,
  );
  for (const userId of new Set([root.authorId, ...named])) {
    if (userId === reply.authorId) continue;
    start.run(root.id, isNews ? reply.seq - 1 : reply.seq, userId, reply.roomId);
  }
  // Who replies has seen what stands above.
  db.prepare<[string, number, string, string]>(
    `INSERT INTO thread_follows (user_id, root_id, room_id, following, read_seq)
     SELECT user_id, ?, room_id, 1, ? FROM memberships WHERE user_id = ? AND room_id = ?
     ON CONFLICT DO UPDATE SET following = 1, read_seq = excluded.read_seq`,
  ).run(root.id, reply.seq, reply.authorId, reply.roomId);
  return followersBehind(db, root.id, reply);
}

/** Without those who are mentioned because they were there. */
function namedIn(row: MessageRow): string[] {
  return mentionsIn(row).userIds.filter((id) => row.body.includes(`<@${id}>`));
}

/** A deleted reply may have been the only new one. */
export function threadReadByDeletion(
  db: Database,
  rootId: string,
  reply: MessageRow,
  log: Log,
): void {
  for (const userId of followersBehind(db, rootId, reply)) {
    if (!isThreadUnread(db, userId, rootId))
      tell(db, { userId, rootId, roomId: reply.roomId }, log);
  }
}

/** Those for whom a reply is, or was, news. */
function followersBehind(db: Database, rootId: string, reply: MessageRow): string[] {
  return db
    .prepare<[string, number, string], { userId: string }>(
      `SELECT user_id AS userId FROM thread_follows
       WHERE root_id = ? AND following AND read_seq < ? AND user_id <> ?`,
    )
    .all(rootId, reply.seq, reply.authorId)
    .map(({ userId }) => userId);
}

export interface FollowChange {
  userId: string;
  rootId: string;
  following: boolean;
}

/** By hand. What was said before one follows is not news. */
export function followThread(db: Database, change: FollowChange, log: Log): ThreadFollow {
  const { userId, rootId, following } = change;
  const { roomId } = rootAmongOwn(db, userId, rootId);
  const before = threadFollow(db, userId, rootId);
  const readSeq = log.nextSeq - 1;
  if ((before?.following ?? false) === following) return before ?? { following, readSeq: null };
  db.prepare<[string, string, string, number, number]>(
    `INSERT INTO thread_follows (user_id, root_id, room_id, following, read_seq)
     VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET following = excluded.following, read_seq = excluded.read_seq`,
  ).run(userId, rootId, roomId, following ? 1 : 0, readSeq);
  tell(db, { userId, rootId, roomId }, log);
  return { following, readSeq };
}

export interface ThreadReadMark {
  userId: string;
  rootId: string;
  seq: number;
}

/** Forwards only. Of a thread that one does not follow, nothing is remembered. */
export function markThreadRead(db: Database, mark: ThreadReadMark, log: Log): void {
  const { userId, rootId } = mark;
  const { roomId } = rootAmongOwn(db, userId, rootId);
  const follow = threadFollow(db, userId, rootId);
  const seq = Math.min(mark.seq, log.nextSeq - 1);
  if (!follow?.following || seq <= (follow.readSeq ?? 0)) return;
  db.prepare<[number, string, string]>(
    "UPDATE thread_follows SET read_seq = ? WHERE user_id = ? AND root_id = ?",
  ).run(seq, userId, rootId);
  tell(db, { userId, rootId, roomId }, log);
}

/** Everyone's mark to the end of each thread of a room that they follow. */
export function markAllThreadsRead(db: Database, roomId: string, log: Log): void {
  const behind = db
    .prepare<[string], { userId: string; rootId: string }>(
      `SELECT f.user_id AS userId, f.root_id AS rootId FROM thread_follows f
       WHERE f.room_id = ? AND ${threadIsUnread}`,
    )
    .all(roomId);
  for (const { userId, rootId } of behind) {
    markThreadRead(db, { userId, rootId, seq: log.nextSeq - 1 }, log);
  }
}

/** Who leaves a room follows nothing in it. */
export function forgetFollows(db: Database, userId: string, roomId: string): void {
  db.prepare<[string, string]>("DELETE FROM thread_follows WHERE user_id = ? AND room_id = ?").run(
    userId,
    roomId,
  );
}

function rootAmongOwn(db: Database, userId: string, rootId: string): MessageRow {
  const row = ownRoomsMessage(db, userId, rootId);
  if (!row || row.threadRootId !== null || !isShown(row)) throw noSuchMessage();
  return row;
}

function tell(
  db: Database,
  { userId, rootId, roomId }: { userId: string; rootId: string; roomId: string },
  log: Log,
): void {
  const unread = isThreadUnread(db, userId, rootId);
  const { following, readSeq } = threadFollow(db, userId, rootId) ?? unfollowed;
  log.emit(
    { kind: "user", userId },
    { type: "thread.updated", roomId, rootId, following, readSeq, unread },
  );
}

const unfollowed: ThreadFollow = { following: false, readSeq: null };
