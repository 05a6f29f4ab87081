import { describe, expect, it } from "vitest";
import type { Snapshot } from "../shared/events.ts";
import { bind, settle } from "../testing/boundCache.ts";
import { deleted, edited, messageOf, pageOf, reacted, snapshotOf } from "../testing/chatEvents.ts";
import type { Message } from "../shared/messages.ts";
import { messageKey, snapshotKey } from "./keys.ts";
import type { Change, OptimisticUpdates } from "./optimistic.ts";
import { expectedMessage, expectedPages, optimisticOf } from "./optimistic.ts";

const message = messageOf(5);
const place = { roomId: message.roomId, messageId: message.id };

describe("an optimistic update", () => {
  it("shows at once, and is taken away by its event", async () => {
    using bound = bind();
    const optimistic = optimisticOf(bound.source);
    const call = Promise.withResolvers<void>();
    const done = optimistic.run(reaction("👍", true), () => call.promise);
    expect(shown(optimistic)).toEqual(["👍"]);
    expect(asOf(optimistic)).toBe(pageOf([message]).asOf);
    bound.source.hear(reacted(11, message.id, { emoji: "👍", userId: "me" }));
    expect(optimistic.events).toEqual([]);
    call.resolve();
    await done;
    expect(optimistic.events).toEqual([]);
  });

  it("stays after its answer until its event has come", async () => {
    using bound = bind();
    const optimistic = optimisticOf(bound.source);
    await optimistic.run(reaction("👍", true), async () => {});
    expect(shown(optimistic)).toEqual(["👍"]);
    bound.source.hear(
      reacted(11, message.id, { emoji: "🎉", userId: "me" }),
      reacted(12, message.id, { emoji: "👍", userId: "ann" }),
    );
    expect(shown(optimistic)).toEqual(["👍"]);
    bound.source.hear(reacted(13, message.id, { emoji: "👍", userId: "me" }));
    expect(optimistic.events).toEqual([]);
  });

  it("is taken back when it is refused", async () => {
    using bound = bind();
    const optimistic = optimisticOf(bound.source);
    const refused = optimistic.run(reaction("👍", true), () => Promise.reject(new Error("No.")));
    expect(shown(optimistic)).toEqual(["👍"]);
    await expect(refused).rejects.toThrow("No.");
    expect(shown(optimistic)).toEqual([]);
  });

  it("goes out after the one before it, and never shows what was meanwhile", async () => {
    using bound = bind();
    const optimistic = optimisticOf(bound.source);
    const calls: string[] = [];
    const first = Promise.withResolvers<void>();
    const on = optimistic.run(reaction("👍", true), () => {
      calls.push("on");
      return first.promise;
    });
    const off = optimistic.run(reaction("👍", false), async () => void calls.push("off"));
    await Promise.resolve();
    expect(calls).toEqual(["on"]);
    expect(shown(optimistic)).toEqual([]);
    bound.source.hear(reacted(11, message.id, { emoji: "👍", userId: "me" }));
    const after = { ...message, reactions: [{ emoji: "👍", userIds: ["me"] }] };
    expect(shown(optimistic, after)).toEqual([]);
    first.resolve();
    await Promise.all([on, off]);
    expect(calls).toEqual(["on", "off"]);
    expect(shown(optimistic, after)).toEqual([]);
  });

  it("does not stick when the one before it was refused, and it changed nothing", async () => {
    using bound = bind();
    const optimistic = optimisticOf(bound.source);
    const on = optimistic.run(reaction("👍", true), () => Promise.reject(new Error("No.")));
    const off = optimistic.run(reaction("👍", false), async () => {});
    await Promise.allSettled([on, off]);
    expect(optimistic.events).toEqual([]);
  });

  it("[RT6] does not outlive a new snapshot and its answer", async () => {
    using bound = bind();
    const optimistic = optimisticOf(bound.source);
    const call = Promise.withResolvers<void>();
    await optimistic.run(reaction("🎉", true), async () => {});
    const done = optimistic.run(reaction("👍", true), () => call.promise);
    bound.source.reset(snapshotOf());
    expect(shown(optimistic)).toEqual(["👍"]);
    call.resolve();
    await done;
    expect(optimistic.events).toEqual([]);
  });

  it("is in the snapshot, whose cursor stays", async () => {
    using bound = bind();
    const optimistic = optimisticOf(bound.source);
    const read = () => bound.cache.getQueryData<Snapshot>(snapshotKey);
    const { cursor } = snapshotOf();
    const call = Promise.withResolvers<void>();
    const done = optimistic.run({ type: "message.saved", ...place }, () => call.promise);
    expect(read()?.rooms[0]?.membership.savedIds).toEqual([message.id]);
    expect(read()?.cursor).toBe(cursor);
    call.reject(new Error("No."));
    await expect(done).rejects.toThrow("No.");
    expect(read()).toEqual(snapshotOf());
  });
});

describe("calls", () => {
  it("about different things go out side by side", async () => {
    using bound = bind();
    const optimistic = optimisticOf(bound.source);
    const hanging = Promise.withResolvers<void>();
    const calls: string[] = [];
    const first = optimistic.run(reaction("👍", true), () => hanging.promise);
    const others = [
      reaction("🎉", true),
      { type: "message.saved", ...place } as const,
      edit("Better"),
    ].map((change) => optimistic.run(change, async () => void calls.push(change.type)));
    await Promise.all(others);
    expect(calls).toEqual(["reaction.added", "message.saved", "message.edited"]);
    hanging.resolve();
    await first;
  });

  it("about one message's words keep their order", async () => {
    using bound = bind();
    const optimistic = optimisticOf(bound.source);
    const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const calls: string[] = [];
    const asked = [
      optimistic.run(edit("Better"), () => first.promise),
      optimistic.run(edit("Best"), async () => {
        calls.push("second");
        await second.promise;
      }),
    ];
    await Promise.resolve();
    expect(calls).toEqual([]);
    first.resolve();
    await asked[0];
    asked.push(optimistic.run(deletion(), async () => void calls.push("deletion")));
    await settle();
    expect(calls).toEqual(["second"]);
    second.resolve();
    await Promise.all(asked);
    expect(calls).toEqual(["second", "deletion"]);
  });

  it("that are refused take nothing from what else waits for its event", async () => {
    using bound = bind();
    const optimistic = optimisticOf(bound.source);
    await optimistic.run(reaction("👍", true), async () => {});
    const refused = optimistic.run(edit("Better"), () => Promise.reject(new Error("No.")));
    await expect(refused).rejects.toThrow("No.");
    expect(shown(optimistic)).toEqual(["👍"]);
  });
});

describe("an edit that is expected", () => {
  it("shows with its mark, and is taken away by the event that says the same", async () => {
    using bound = bind();
    const optimistic = optimisticOf(bound.source);
    await optimistic.run(edit("Better"), async () => {});
    expect(messages(optimistic)).toMatchObject([{ body: "Better", editedAt: expect.any(String) }]);
    bound.source.hear(edited(11, { ...message, body: "Another" }));
    expect(messages(optimistic)).toMatchObject([{ body: "Better" }]);
    bound.source.hear(edited(12, { ...message, body: "Better" }));
    expect(optimistic.events).toEqual([]);
  });

  it("leaves what came to the message since", async () => {
    using bound = bind();
    const optimistic = optimisticOf(bound.source);
    await optimistic.run(edit("Better"), async () => {});
    const reactions = [{ emoji: "👍", userIds: ["ann"] }];
    expect(messages(optimistic, { ...message, reactions })).toMatchObject([
      { body: "Better", reactions },
    ]);
    const emptied = { ...message, body: "", deletedAt: message.createdAt, thread: oneReply };
    expect(messages(optimistic, emptied)).toMatchObject([{ body: "" }]);
  });

  it("gives way to the old words when it is refused", async () => {
    using bound = bind();
    const optimistic = optimisticOf(bound.source);
    const refused = optimistic.run(edit("Better"), () => Promise.reject(new Error("No.")));
    expect(messages(optimistic)).toMatchObject([{ body: "Better" }]);
    await expect(refused).rejects.toThrow("No.");
    expect(messages(optimistic)).toEqual([message]);
  });
});

describe("a deletion that is expected", () => {
  it("takes the message away, and its event takes it off the counts once", async () => {
    using bound = bind();
    const optimistic = optimisticOf(bound.source);
    const counts: (number | undefined)[] = [];
    const read = () =>
      bound.cache.getQueryData<Snapshot>(snapshotKey)?.rooms[0]?.membership.unreadCount;
    bound.cache.getQueryCache().subscribe(() => counts.push(read()));
    await optimistic.run(deletion(), async () => {});
    expect(messages(optimistic)).toEqual([]);
    expect(read()).toBe(0);
    bound.source.hear(deleted(11, message));
    expect(optimistic.events).toEqual([]);
    expect(new Set(counts)).toEqual(new Set([0]));
  });

  it("counts no message that the snapshot does not hold yet", async () => {
    using bound = bind();
    const optimistic = optimisticOf(bound.source);
    const read = () => bound.cache.getQueryData<Snapshot>(snapshotKey);
    await optimistic.run(deletion(messageOf(11)), async () => {});
    expect(read()).toEqual(snapshotOf());
  });

  it("[RT6] is not taken off a new snapshot, which may have counted it off", async () => {
    using bound = bind();
    const optimistic = optimisticOf(bound.source);
    const call = Promise.withResolvers<void>();
    const done = optimistic.run(deletion(), () => call.promise);
    const without = snapshotOf({}, { unreadCount: 0 });
    bound.source.reset(without);
    expect(bound.cache.getQueryData(snapshotKey)).toEqual(without);
    expect(messages(optimistic)).toEqual([]);
    call.resolve();
    await done;
    expect(optimistic.events).toEqual([]);
  });

  it("brings it back when it is refused", async () => {
    using bound = bind();
    const optimistic = optimisticOf(bound.source);
    const read = () => bound.cache.getQueryData<Snapshot>(snapshotKey);
    const refused = optimistic.run(deletion(), () => Promise.reject(new Error("No.")));
    expect(messages(optimistic)).toEqual([]);
    await expect(refused).rejects.toThrow("No.");
    expect(messages(optimistic)).toEqual([message]);
    expect(read()).toEqual(snapshotOf());
  });

  it("leaves a root emptied for its replies, and counts a reply off", async () => {
    using bound = bind();
    const optimistic = optimisticOf(bound.source);
    const root = { ...message, thread: { ...oneReply, replyCount: 2 } };
    const replies = [6, 7].map((seq) => messageOf(seq, { threadRootId: root.id }));
    await optimistic.run(deletion(replies[0]), async () => {});
    expect(messages(optimistic, root)).toMatchObject([{ thread: { replyCount: 1 } }]);
    await optimistic.run(deletion(root), async () => {});
    expect(messages(optimistic, root)).toMatchObject([{ body: "", thread: { replyCount: 1 } }]);
    await optimistic.run(deletion(replies[1]), async () => {});
    expect(messages(optimistic, root)).toEqual([]);
  });

  it("leaves a message that stands alone emptied until it is not found", async () => {
    using bound = bind();
    const optimistic = optimisticOf(bound.source);
    const queryKey = [...messageKey, { input: { messageId: message.id } }];
    bound.cache.setQueryData(queryKey, message);
    await optimistic.run(deletion(), async () => {});
    const gone = { body: "", deletedAt: expect.any(String) };
    expect(expectedMessage(message, optimistic.events)).toMatchObject(gone);
    bound.source.hear(deleted(11, message));
    expect(bound.cache.getQueryData(queryKey)).toMatchObject(gone);
  });
});

const oneReply = { replyCount: 1, lastReplyAt: message.createdAt, userIds: ["ann"] };

function edit(body: string): Change {
  const edited = { ...message, body, editedAt: message.createdAt };
  return { type: "message.edited", message: edited, mentionsBefore: message.mentions };
}

function deletion(of: Message = message): Change {
  const { seq: _seq, at: _at, ...change } = deleted(0, of);
  return { ...change, thread: null };
}

function messages({ events }: OptimisticUpdates, truth = message): Message[] {
  return expectedPages([pageOf([truth])], events).flatMap((page) => page.messages);
}

function reaction(emoji: string, on: boolean): Change {
  return { type: on ? "reaction.added" : "reaction.removed", ...place, userId: "me", emoji };
}

function shown(optimistic: OptimisticUpdates, truth = message): string[] {
  return messages(optimistic, truth).flatMap(({ reactions }) =>
    reactions.map(({ emoji }) => emoji),
  );
}

function asOf({ events }: OptimisticUpdates): number | undefined {
  return expectedPages([pageOf([message])], events)[0]?.asOf;
}
