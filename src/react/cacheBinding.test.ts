import { QueryObserver } from "@tanstack/react-query";
import { describe, expect, it, vi } from "vitest";
import type { Message } from "../shared/messages.ts";
import { bind, settle, watchTimeline } from "../testing/boundCache.ts";
import {
  created,
  deleted,
  edited,
  joinedRoom,
  messageOf,
  pageOf,
  reacted,
  snapshotOf,
} from "../testing/chatEvents.ts";
import type { Pages } from "./cachedPages.ts";
import { messageKey, snapshotKey } from "./keys.ts";
import { readSnapshot, snapshotSubscription } from "./snapshotReaders.ts";

const at = "2026-01-01T00:00:00.000Z";

describe("the query cache", () => {
  it("holds the client's snapshot and follows it", () => {
    using bound = bind();
    expect(bound.cache.getQueryData(snapshotKey)).toEqual(snapshotOf());
    bound.source.hear(created(messageOf(11)));
    expect(bound.cache.getQueryData(snapshotKey)).toEqual(bound.source.snapshot);
  });

  it("adds what happens to the pages that it happens in", async () => {
    using bound = bind();
    const here = watchTimeline(bound.cache);
    const there = watchTimeline(bound.cache, "r2");
    await here.answer(pageOf([messageOf(5)]));
    await there.answer(pageOf([messageOf(6, { roomId: "r2" })]));
    bound.source.hear(created(messageOf(11)));
    expect(here.seqs()).toEqual([5, 11]);
    expect(there.seqs()).toEqual([6]);
  });

  it("neither loses nor doubles what happens while a page is under way", async () => {
    using bound = bind();
    const older = watchTimeline(bound.cache);
    bound.source.hear(created(messageOf(11)));
    await older.answer(pageOf([messageOf(5)], { asOf: 10 }));
    expect(older.seqs()).toEqual([5, 11]);

    const newer = watchTimeline(bound.cache, "r2");
    bound.source.hear(created(messageOf(12, { roomId: "r2" })));
    await newer.answer(pageOf([messageOf(12, { roomId: "r2" })], { asOf: 12 }));
    expect(newer.seqs()).toEqual([12]);
  });

  it("neither loses nor doubles what happens while older pages are under way", async () => {
    using bound = bind();
    const timeline = watchTimeline(bound.cache);
    await timeline.answer(pageOf([messageOf(5)], { older: { before: 5 } }));
    void timeline.observer.fetchPreviousPage();
    await settle();
    bound.source.hear(created(messageOf(11)), deleted(12, messageOf(4)));
    await timeline.answer(pageOf([messageOf(3), messageOf(4)], { newer: { after: 4 }, asOf: 11 }));
    expect(timeline.seqs()).toEqual([3, 5, 11]);
  });

  it("keeps what happened while a page was under way that never came", async () => {
    using bound = bind();
    const timeline = watchTimeline(bound.cache);
    await timeline.answer(pageOf([messageOf(5)], { older: { before: 5 } }));
    for (const ends of [
      () => timeline.fail(),
      () => bound.cache.cancelQueries({ queryKey: timeline.queryKey }),
    ]) {
      const [last = 5] = timeline.seqs().slice(-1);
      const next = Math.max(10, last) + 1;
      void timeline.observer.fetchPreviousPage();
      await settle();
      bound.source.hear(created(messageOf(next)));
      await ends();
      expect(timeline.seqs().at(-1)).toBe(next);
    }
    expect(timeline.seqs()).toEqual([5, 11, 12]);
  });

  it("keeps the identity of messages to which nothing happens", async () => {
    using bound = bind();
    const timeline = watchTimeline(bound.cache);
    await timeline.answer(pageOf([messageOf(4), messageOf(5)]));
    const before = bound.cache.getQueryData<Pages>(timeline.queryKey)?.pages[0]?.messages;
    bound.source.hear(reacted(11, "m5"));
    const after = bound.cache.getQueryData<Pages>(timeline.queryKey)?.pages[0]?.messages;
    expect(after?.[0]).toBe(before?.[0]);
    expect(after?.[1]).not.toBe(before?.[1]);
  });

  it("keeps the identity of messages when earlier ones come before them", async () => {
    using bound = bind();
    const timeline = watchTimeline(bound.cache);
    const messages = [messageOf(4), messageOf(5)];
    await timeline.answer(pageOf(messages, { older: { before: 4 } }));
    void timeline.observer.fetchPreviousPage();
    await timeline.answer(pageOf([messageOf(2), messageOf(3)], { newer: { after: 3 } }));
    const pages = bound.cache.getQueryData<Pages>(timeline.queryKey)?.pages;
    expect(timeline.seqs()).toEqual([2, 3, 4, 5]);
    expect(pages?.[1]?.messages).toBe(messages);
  });

  it("keeps single messages true as well", async () => {
    using bound = bind();
    const answer = Promise.withResolvers<Message>();
    const queryKey = [...messageKey, { input: { messageId: "m5" }, type: "query" }];
    const observer = new QueryObserver(bound.cache, { queryKey, queryFn: () => answer.promise });
    observer.subscribe(() => {});
    bound.source.hear(edited(11, { ...messageOf(5), body: "Better" }), reacted(12, "m5"));
    answer.resolve(messageOf(5));
    await settle();
    const reactions = [{ emoji: "👍", userIds: ["you"] }];
    expect(observer.getCurrentResult().data).toMatchObject({ body: "Better", reactions });
    bound.source.hear(created(messageOf(13, { threadRootId: "m5" })));
    expect(bound.cache.getQueryData<Message>(queryKey)?.thread?.replyCount).toBe(1);
  });

  it("asks anew for what an event makes stale, once for many", async () => {
    vi.useFakeTimers();
    using bound = bind();
    const queryFn = vi.fn<() => Promise<number>>().mockResolvedValue(1);
    const members = [["rooms", "members"], { input: { roomId: "r1" }, type: "query" }];
    const observer = new QueryObserver(bound.cache, { queryKey: members, queryFn });
    observer.subscribe(() => {});
    await vi.advanceTimersByTimeAsync(0);
    for (let seq = 11; seq < 20; seq++) {
      bound.source.hear({
        type: "member.left",
        seq,
        at,
        roomId: "r1",
        userId: "u",
        memberCount: 1,
      });
    }
    bound.source.hear(created(messageOf(20)));
    await vi.advanceTimersByTimeAsync(1000);
    expect(queryFn).toHaveBeenCalledTimes(2);
    vi.useRealTimers();
  });
});

describe("[RT6] after a reset, the query cache", () => {
  it("holds the new snapshot, asks anew for what is in sight, and forgets the rest", async () => {
    using bound = bind();
    const seen = watchTimeline(bound.cache);
    const unseen = watchTimeline(bound.cache, "r2");
    await seen.answer(pageOf([messageOf(5)]));
    await unseen.answer(pageOf([messageOf(6, { roomId: "r2" })]));
    unseen.leave();
    const fresh = { ...snapshotOf({ name: "renamed" }), cursor: "other:50" };
    bound.source.reset(fresh);
    expect(bound.cache.getQueryData(snapshotKey)).toEqual(fresh);
    expect(seen.seqs()).toEqual([5]);
    await settle();
    await seen.answer(pageOf([messageOf(5), messageOf(40)], { asOf: 50 }));
    expect(seen.seqs()).toEqual([5, 40]);
    expect(bound.cache.getQueryData(unseen.queryKey)).toBeUndefined();
  });

  it("does not take a page that was read before it", async () => {
    using bound = bind();
    const timeline = watchTimeline(bound.cache);
    await settle();
    bound.source.reset({ ...snapshotOf(), cursor: "epoch:50" });
    await settle();
    await timeline.answer(pageOf([messageOf(5)], { asOf: 10 }));
    expect(timeline.seqs()).toEqual([]);
    await timeline.answer(pageOf([messageOf(5), messageOf(40)], { asOf: 50 }));
    expect(timeline.seqs()).toEqual([5, 40]);
  });

  it("has nothing left of another user", async () => {
    using bound = bind();
    const timeline = watchTimeline(bound.cache);
    await timeline.answer(pageOf([messageOf(5)]));
    bound.cache.setQueryData([["session", "list"]], ["mine"]);
    const theirs = { ...snapshotOf(), me: { ...snapshotOf().me, id: "you" } };
    bound.source.reset(theirs);
    expect(timeline.seqs()).toEqual([]);
    expect(bound.cache.getQueryData([["session", "list"]])).toBeUndefined();
    expect(bound.cache.getQueryData(snapshotKey)).toEqual(theirs);
  });

  it("tells whoever draws the snapshot of another user's", async () => {
    using bound = bind();
    const changed = vi.fn<() => void>();
    using stack = new DisposableStack();
    stack.defer(snapshotSubscription(bound.cache)(changed));
    bound.source.reset({ ...snapshotOf(), me: { ...snapshotOf().me, id: "you" } });
    await vi.waitFor(() => expect(changed).toHaveBeenCalled());
  });
});

describe("[RT7] after the session ended, the query cache", () => {
  it("keeps what is on the screen for as long as it is there", async () => {
    using bound = bind();
    const timeline = watchTimeline(bound.cache);
    await timeline.answer(pageOf([messageOf(5)]));
    bound.source.emit("connection", { status: "signed-out", since: 0 });
    expect(bound.cache.getQueryData(snapshotKey)).toBeUndefined();
    expect(timeline.seqs()).toEqual([5]);
    timeline.leave();
    expect(timeline.seqs()).toEqual([]);
  });

  it("keeps the snapshot for as long as anything draws it", () => {
    using bound = bind();
    const leave = snapshotSubscription(bound.cache)(() => {});
    bound.source.emit("connection", { status: "signed-out", since: 0 });
    expect(readSnapshot(bound.cache)).toEqual(snapshotOf());
    leave();
    expect(readSnapshot(bound.cache)).toBeUndefined();
  });
});

describe("[RT7] the pages of a room", () => {
  it("are forgotten when one leaves it, and those of others are not", async () => {
    using bound = bind();
    const here = watchTimeline(bound.cache);
    const there = watchTimeline(bound.cache, "r2");
    await here.answer(pageOf([messageOf(5)]));
    await there.answer(pageOf([messageOf(6, { roomId: "r2" })]));
    bound.source.hear({ type: "room.removed", seq: 11, at, roomId: "r1", reason: "removed" });
    expect(here.seqs()).toEqual([]);
    expect(there.seqs()).toEqual([6]);
  });

  it("are asked for anew when one is added to it", async () => {
    using bound = bind();
    const timeline = watchTimeline(bound.cache, "r2");
    await timeline.answer(pageOf([messageOf(5, { roomId: "r2" })]));
    bound.source.hear({ type: "room.added", seq: 20, at, room: joinedRoom({ id: "r2" }) });
    await settle();
    await timeline.answer(pageOf([messageOf(15, { roomId: "r2" })], { asOf: 20 }));
    expect(timeline.seqs()).toEqual([15]);
  });
});
