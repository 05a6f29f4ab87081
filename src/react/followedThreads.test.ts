import type { InfiniteData } from "@tanstack/react-query";
import { describe, expect, it } from "vitest";
import type { LogEvent } from "../shared/events.ts";
import type { Message } from "../shared/messages.ts";
import type { FollowedThread, ThreadFollow, ThreadPage } from "../shared/threads.ts";
import { bind, cachedList } from "../testing/boundCache.ts";
import { created, deleted, edited, messageOf, pageOf } from "../testing/chatEvents.ts";
import { expectedList } from "./expectedLists.ts";
import { threadPagesAfter, threadsAfter } from "./followedThreads.ts";
import { followKey, historyKey, messageKey, threadsKey, unreadThreadsKey } from "./keys.ts";
import { optimisticOf } from "./optimistic.ts";

const at = "2026-01-01T00:00:00.000Z";
const summary = { replyCount: 2, lastReplyAt: at, userIds: ["you"] };
const root = messageOf(1, { thread: summary });
const firstReply = messageOf(4, { threadRootId: "m1" });
const lastReply = messageOf(5, { threadRootId: "m1" });
const threads: FollowedThread[] = [{ root, lastReply, unreadCount: 0 }];
const unreadKey = [...unreadThreadsKey, { type: "query" }];
const listKey = [...threadsKey, { input: {}, type: "infinite" }];

describe("the threads that one follows", () => {
  it("follow edits and replies", () => {
    using list = cachedList<FollowedThread[]>(unreadKey, threads);
    list.hear(edited(11, { ...root, body: "Tea" }), edited(12, { ...lastReply, body: "Milk" }));
    expect(list.data()).toMatchObject([{ root: { body: "Tea" }, lastReply: { body: "Milk" } }]);
    list.hear(created(messageOf(13, { threadRootId: "m1" })));
    expect(list.data()).toMatchObject([{ lastReply: { id: "m13" } }]);
    list.hear(deleted(15, root));
    expect(list.data()).toMatchObject([{ root: { body: "", deletedAt: at } }]);
  });

  it("show which reply is the last once it was deleted, if the thread is known", () => {
    using list = cachedList<FollowedThread[]>(unreadKey, threads);
    open(list.cache, firstReply, lastReply);
    list.hear(deleted(14, lastReply, 1));
    expect(list.data()).toMatchObject([{ lastReply: { id: "m4", deletedAt: null } }]);
  });

  it("keep the place of a deleted reply until the server tells which is the last", () => {
    using list = cachedList<FollowedThread[]>(unreadKey, threads);
    list.hear(deleted(14, lastReply, 1));
    expect(list.data()).toMatchObject([{ lastReply: { id: "m5", body: "", deletedAt: at } }]);
  });

  it("lose one whose last reply goes", () => {
    const pages: ThreadPage[] = [{ threads, older: null }];
    using list = cachedList<InfiniteData<ThreadPage>>(listKey, { pages, pageParams: [] });
    list.hear(deleted(11, lastReply));
    expect(list.data()?.pages).toEqual([{ threads: [], older: null }]);
  });

  it("lose one that is left, and not one that was read", () => {
    using list = cachedList<FollowedThread[]>(unreadKey, threads);
    list.hear(followed(11, true), followed(12, false, "m2"));
    expect(list.data()).toBe(threads);
    list.hear(followed(13, false));
    expect(list.data()).toEqual([]);
  });

  it("hold one that is taken up in its place, once, if it is known", () => {
    const [newer, older] = [threadAt(2, 8), threadAt(3, 4)];
    const pages: ThreadPage[] = [
      { threads: [newer], older: 8 },
      { threads: [older], older: 4 },
    ];
    using list = cachedList<InfiniteData<ThreadPage>>(listKey, { pages, pageParams: [] });
    list.hear(followed(11, true));
    expect(list.data()?.pages).toBe(pages);
    open(list.cache, lastReply);
    list.cache.setQueryData([...messageKey, { input: { messageId: "m1" } }], root);
    list.hear(followed(12, true), followed(13, true));
    expect(list.data()?.pages.map((page) => page.threads)).toEqual([[newer], [...threads, older]]);
  });

  it("hold none that is taken up and belongs further down than was loaded", () => {
    const pages: ThreadPage[] = [{ threads: [threadAt(2, 8)], older: 8 }];
    using list = cachedList<InfiniteData<ThreadPage>>(listKey, { pages, pageParams: [] });
    open(list.cache, lastReply);
    list.cache.setQueryData([...messageKey, { input: { messageId: "m1" } }], root);
    list.hear(followed(11, true));
    expect(list.data()?.pages).toBe(pages);
  });

  it("are shown as what one asks for will leave them", () => {
    using bound = bind();
    const pages: ThreadPage[] = [{ threads, older: null }];
    const shown = (...events: LogEvent[]) =>
      expectedList({ cache: bound.cache, list: pages, rule: threadPagesAfter }, events)[0]?.threads;
    open(bound.cache, firstReply, lastReply);
    bound.cache.setQueryData([...messageKey, { input: { messageId: "m1" } }], root);
    expect(shown(followed(11, false))).toEqual([]);
    expect(shown(followed(11, false), followed(12, true))).toEqual(threads);
    expect(shown(deletion(lastReply))).toMatchObject([{ lastReply: { id: "m4" } }]);
  });

  it("keep their identity when nothing happens to them", () => {
    using bound = bind();
    const list = { cache: bound.cache, list: threads, rule: threadsAfter };
    expect(expectedList(list, [edited(11, messageOf(9)), created(messageOf(12))])).toBe(threads);
  });
});

describe("how one follows a thread", () => {
  const key = [...followKey, { input: { rootId: "m1" }, type: "query" }];
  const not: ThreadFollow = { following: false, readSeq: null };

  it("follows what is said of it, and of no other", () => {
    using follow = cachedList<ThreadFollow>(key, not);
    follow.hear(followed(11, true, "m2"));
    expect(follow.data()).toEqual(not);
    follow.hear(followed(12, true));
    expect(follow.data()).toEqual({ following: true, readSeq: 10 });
  });

  it("begins with one's own reply, or one that is news for one", () => {
    using follow = cachedList<ThreadFollow>(key, not);
    follow.hear(created(messageOf(11, { threadRootId: "m1" }), ["ann"]));
    expect(follow.data()).toEqual(not);
    follow.hear(created(messageOf(12, { threadRootId: "m1" }), ["me"]));
    expect(follow.data()).toEqual({ following: true, readSeq: 11 });
    follow.hear(created(messageOf(13, { threadRootId: "m1" }), ["me"]));
    expect(follow.data()).toEqual({ following: true, readSeq: 11 });
    follow.hear(
      followed(14, false),
      created(messageOf(15, { threadRootId: "m1", authorId: "me" })),
    );
    expect(follow.data()).toEqual({ following: true, readSeq: 15 });
  });

  it("is expected until its event comes", async () => {
    using bound = bind();
    const optimistic = optimisticOf(bound.source);
    await optimistic.run(followed(0, false), async () => {});
    bound.source.hear(followed(11, true), followed(12, false, "m2"));
    expect(optimistic.events).toHaveLength(1);
    bound.source.hear(followed(13, false));
    expect(optimistic.events).toEqual([]);
  });

  it("is expected no longer than for its answer once a reply may have made it so", async () => {
    using bound = bind();
    const optimistic = optimisticOf(bound.source);
    const answer = Promise.withResolvers<void>();
    const done = optimistic.run(followed(0, true), () => answer.promise);
    bound.source.hear(created(messageOf(11)), created(messageOf(12, { threadRootId: "m1" })));
    expect(optimistic.events).toHaveLength(1);
    answer.resolve();
    await done;
    expect(optimistic.events).toEqual([]);
  });
});

/** Has the cache hold a thread to its end. */
function open(cache: ReturnType<typeof bind>["cache"], ...replies: Message[]): void {
  const data = { pages: [pageOf(replies)], pageParams: [null] };
  cache.setQueryData(historyKey({ rootId: "m1" }, null), data);
}

function threadAt(seq: number, lastSeq: number): FollowedThread {
  const last = messageOf(lastSeq, { threadRootId: `m${seq}` });
  return { root: messageOf(seq, { thread: summary }), lastReply: last, unreadCount: 0 };
}

function deletion(message: Message): LogEvent {
  return { ...deleted(14, message), thread: null };
}

function followed(seq: number, following: boolean, rootId = "m1") {
  const place = { seq, at, roomId: "r1", rootId };
  return { type: "thread.updated" as const, ...place, following, readSeq: 10, unread: false };
}
