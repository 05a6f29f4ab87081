import type { LogEvent } from "../shared/events.ts";
import type { HistoryPage, Message } from "../shared/messages.ts";
import type { FollowedThread, ThreadFollow, ThreadPage } from "../shared/threads.ts";
import type { Reading } from "./listRules.ts";
import { mapped } from "./listRules.ts";

/** The pages of the threads that one follows. */
export function threadPagesAfter(
  pages: ThreadPage[],
  event: LogEvent,
  reading: Reading,
): ThreadPage[] {
  return mapped(withFollowed(pages, event, reading), (page) => {
    const threads = threadsAfter(page.threads, event, reading);
    return threads === page.threads ? page : { ...page, threads };
  });
}

/** Threads that one follows; which of them come first and what is unread, the server tells. */
export function threadsAfter(
  threads: FollowedThread[],
  event: LogEvent,
  { change, findLastReply }: Reading,
): FollowedThread[] {
  const leftId = event.type === "thread.updated" && !event.following ? event.rootId : null;
  return mapped(threads, (thread) => {
    const root = change(thread.root, event);
    if (root.thread === null || root.id === leftId) return null;
    let lastReply = newestReply(change(thread.lastReply, event), event);
    // Not loaded here, it stays emptied until the server tells which is the last now.
    if (lastReply.deletedAt !== null) lastReply = findLastReply(root.id) ?? lastReply;
    const same = root === thread.root && lastReply === thread.lastReply;
    return same ? thread : { ...thread, root, lastReply };
  });
}

/** How one follows a thread. A reply makes its author follow, and those for whom it is news. */
export function followAfter(rootId: string | undefined, meId: string | undefined) {
  return (follow: ThreadFollow, event: LogEvent): ThreadFollow => {
    if (event.type === "thread.updated" && event.rootId === rootId) {
      const { following, readSeq } = event;
      return { following, readSeq };
    }
    if (event.type !== "message.created" || event.message.threadRootId !== rootId) return follow;
    const { authorId, seq } = event.message;
    if (authorId === meId) return { following: true, readSeq: seq };
    if (follow.following || !event.thread?.unreadFor.includes(meId ?? "")) return follow;
    return { following: true, readSeq: seq - 1 };
  };
}

/** The newest reply of the last pages of a thread. */
export function lastReplyIn(pages: readonly HistoryPage[]): Message | undefined {
  return pages
    .flatMap(({ messages }) => messages)
    .findLast(({ threadRootId, deletedAt }) => threadRootId !== null && deletedAt === null);
}

/** With one that is followed now, in its place, where that was loaded. */
function withFollowed(
  pages: ThreadPage[],
  event: LogEvent,
  { find, findLastReply }: Reading,
): ThreadPage[] {
  if (event.type !== "thread.updated" || !event.following) return pages;
  const { rootId } = event;
  if (pages.some(({ threads }) => threads.some(({ root }) => root.id === rootId))) return pages;
  const [root, lastReply] = [find(rootId), findLastReply(rootId)];
  if (root === undefined || lastReply === undefined) return pages;
  const at = pages.findIndex(({ older }) => older === null || lastReply.seq > older);
  const page = pages[at];
  if (page === undefined) return pages;
  const below = page.threads.findIndex((thread) => thread.lastReply.seq < lastReply.seq);
  const place = below === -1 ? page.threads.length : below;
  const thread = { root, lastReply, unreadCount: 0 };
  return pages.with(at, { ...page, threads: page.threads.toSpliced(place, 0, thread) });
}

function newestReply(last: Message, event: LogEvent): Message {
  if (event.type !== "message.created") return last;
  const { threadRootId, seq } = event.message;
  return threadRootId === last.threadRootId && seq > last.seq ? event.message : last;
}
