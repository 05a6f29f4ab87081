import { describe, expect, it } from "vitest";
import type { Snapshot } from "../shared/events.ts";
import { bind } from "../testing/boundCache.ts";
import { messageOf, pageOf, reacted, snapshotOf } from "../testing/chatEvents.ts";
import { snapshotKey } from "./keys.ts";
import type { Change, OptimisticUpdates } from "./optimistic.ts";
import { expectedPages, optimisticOf } from "./optimistic.ts";

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

function reaction(emoji: string, on: boolean): Change {
  return { type: on ? "reaction.added" : "reaction.removed", ...place, userId: "me", emoji };
}

function shown({ events }: OptimisticUpdates, truth = message): string[] {
  const messages = expectedPages([pageOf([truth])], events).flatMap((page) => page.messages);
  return messages.flatMap(({ reactions }) => reactions.map(({ emoji }) => emoji));
}

function asOf({ events }: OptimisticUpdates): number | undefined {
  return expectedPages([pageOf([message])], events)[0]?.asOf;
}
