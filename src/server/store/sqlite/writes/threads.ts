import { SnugError } from "../../../../shared/errors.ts";
import type { ThreadSummary } from "../../../../shared/messages.ts";
import type { Database } from "../database.ts";
import type { MessageRow } from "../reads/messages.ts";
import { isShown, messageColumns } from "../reads/messages.ts";
import { decodeStored } from "../stored.ts";

const recentRepliers = 5;

/** The root that a reply to this message attaches to: itself, or the root that it is a reply to. */
export function rootFor(db: Database, messageId: string, roomId: string): MessageRow {
  const target = messageRow(db, messageId);
  const root = target?.threadRootId ? messageRow(db, target.threadRootId) : target;
  if (!root || root.roomId !== roomId || !isShown(root)) {
    throw new SnugError("NOT_FOUND", "The message that this replies to is gone.");
  }
  return root;
}

/** Counts a reply in on its root's row. */
export function replyCame(db: Database, root: MessageRow, reply: MessageRow): ThreadSummary {
  const earlier = decodeStored<string[]>(root.replyUserIds ?? "[]");
  const others = earlier.filter((userId) => userId !== reply.authorId);
  return setSummary(db, root.id, {
    replyCount: root.replyCount + 1,
    lastReplyAt: reply.createdAt,
    userIds: [reply.authorId, ...others].slice(0, recentRepliers),
  });
}

/** After one was deleted, the summary is made anew from what is left: rare, and always exact. */
export function replyWent(db: Database, rootId: string): ThreadSummary {
  const left = db
    .prepare<[string], { count: number }>(
      `SELECT count(*) AS count FROM messages
       WHERE thread_root_id = ? AND thread_root_id IS NOT NULL AND deleted_at IS NULL`,
    )
    .get(rootId);
  const recent = db
    .prepare<[string, number], { authorId: string; createdAt: string }>(
      `SELECT author_id AS authorId, created_at AS createdAt, max(seq) FROM messages
       WHERE thread_root_id = ? AND thread_root_id IS NOT NULL AND deleted_at IS NULL
       GROUP BY author_id ORDER BY max(seq) DESC LIMIT ?`,
    )
    .all(rootId, recentRepliers);
  return setSummary(db, rootId, {
    replyCount: left?.count ?? 0,
    lastReplyAt: recent[0]?.createdAt ?? null,
    userIds: recent.map(({ authorId }) => authorId),
  });
}

function setSummary(db: Database, rootId: string, summary: ThreadSummary): ThreadSummary {
  db.prepare<[number, string | null, string, string]>(
    "UPDATE messages SET reply_count = ?, last_reply_at = ?, reply_user_ids = ? WHERE id = ?",
  ).run(summary.replyCount, summary.lastReplyAt, JSON.stringify(summary.userIds), rootId);
  return summary;
}

export function messageRow(db: Database, messageId: string): MessageRow | undefined {
  return db
    .prepare<[string], MessageRow>(`SELECT ${messageColumns} FROM messages m WHERE m.id = ?`)
    .get(messageId);
}
