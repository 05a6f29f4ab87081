import { describe, expect, it } from "vitest";

import { forAll } from "../../testing/logEvents.ts";
import { ann, settleAll, startStreams } from "../../testing/streamReaders.ts";

describe("a stream", () => {
  it("[RT5] replays what came after the cursor and goes on live", async () => {
    await using live = await startStreams(forAll("one"), forAll("two"));
    await using reader = live.read("one:1");
    expect(await reader.take(1)).toEqual([2]);
    live.log.commit(forAll("three"));
    expect(await reader.take(1)).toEqual([3]);
  });

  it("[RT4] gives each item the cursor to resume after it", async () => {
    await using live = await startStreams(forAll());
    await using reader = live.read("one:0");
    expect(await reader.takeItems(1)).toMatchObject([{ cursor: "one:1", item: { seq: 1 } }]);
    live.log.commit(forAll());
    expect(await reader.takeItems(1)).toMatchObject([{ cursor: "one:2", item: { seq: 2 } }]);
  });

  it.each(["begin", "end"] as const)(
    "[RT5] brings what is committed at the %s of its replay exactly once",
    async (when) => {
      await using live = await startStreams(forAll(), forAll());
      const release = live.log.holdReads(when);
      await using reader = live.read("one:0");
      const taken = reader.take(5);
      live.log.commit(forAll());
      live.log.commitElsewhere(forAll());
      live.log.commit(forAll());
      release();
      expect(await taken).toEqual([1, 2, 3, 4, 5]);
      const next = reader.take(1);
      await settleAll();
      live.log.commit(forAll());
      expect(await next).toEqual([6]);
    },
  );

  it("[RT5] taps nothing that its replay brought already", async () => {
    await using live = await startStreams(forAll());
    live.log.commitElsewhere(forAll());
    await using reader = live.read("one:1");
    expect(await reader.take(1)).toEqual([2]);
    const tapped = reader.tap();
    const next = reader.take(1);
    await settleAll();
    live.log.commit(forAll());
    await settleAll();
    expect(tapped).toEqual([3]);
    reader.leave();
    expect(await next).toEqual([]);
  });

  it("[RT5] replays in as many pages as there are", async () => {
    await using live = await startStreams(...Array.from({ length: 10 }, () => forAll()));
    await using reader = live.read("one:0");
    expect(await reader.take(10)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    live.log.commit(forAll());
    expect(await reader.take(1)).toEqual([11]);
  });

  it("[RT9] reads a long replay no faster than its connection takes it", async () => {
    await using live = await startStreams(...Array.from({ length: 6 }, () => forAll()));
    const { promise: drained, resolve: drain } = Promise.withResolvers<void>();
    let sent = 0;
    await using reader = live.read("one:0", {
      ...ann,
      drained: () => (sent === 4 ? drained : undefined),
    });
    for (sent = 0; sent < 4; sent += 1) await reader.take(1);
    const next = reader.take(2);
    expect(await Promise.race([next, settleAll().then(() => "waiting")])).toBe("waiting");
    drain();
    expect(await next).toEqual([5, 6]);
  });

  it("[RT9] reads from the log again what its full inbox had no room for", async () => {
    await using live = await startStreams();
    await using reader = live.read("one:0");
    const first = reader.take(1);
    await settleAll();
    live.log.commit(forAll());
    expect(await first).toEqual([1]);
    live.log.commit(...Array.from({ length: 40 }, () => forAll()));
    expect(await reader.take(40)).toEqual(Array.from({ length: 40 }, (_, index) => index + 2));
    const { reads } = live.log;
    const last = reader.take(1);
    await settleAll();
    live.log.commit(forAll());
    expect(await last).toEqual([42]);
    // Live again: it does not go on asking the log.
    expect(live.log.reads - reads).toBeLessThan(3);
  });

  it("[RT11] gives every reader the same live event, with its one encoding", async () => {
    await using live = await startStreams();
    await using one = live.read("one:0");
    await using other = live.read("one:0", { userId: "bob", sessionId: "desk" });
    live.log.commit(forAll());
    await Promise.all([one.take(1), other.take(1)]);
    const [logged] = live.log.commit(forAll());
    const [[mine], [theirs]] = await Promise.all([one.takeItems(1), other.takeItems(1)]);
    expect(mine).toBe(theirs);
    expect(mine).toMatchObject({ json: logged?.json });
    expect(mine?.item).toBe(logged?.event);
  });

  it("ends when its reader goes", async () => {
    await using live = await startStreams();
    await using reader = live.read("one:0");
    const waiting = reader.takeItems(1);
    await settleAll();
    reader.leave();
    expect(await waiting).toEqual([]);
  });
});

describe("[RT6] a cursor that cannot be resumed from", () => {
  it.each([
    ["is malformed", "yesterday", "malformed"],
    ["is of another epoch", "two:1", "epoch"],
    ["is from the future", "one:4", "future"],
    ["is older than what is kept", "one:1", "retention"],
  ])("gets one reset and the end when it %s", async (_name, cursor, reason) => {
    await using live = await startStreams(forAll(), forAll(), forAll());
    live.log.oldest = 2;
    await using reader = live.read(cursor);
    expect(await reader.takeItems(2)).toEqual([
      { cursor: "one:3", item: { type: "reset", reason } },
    ]);
  });

  it("can be as old as what is kept", async () => {
    await using live = await startStreams(forAll(), forAll(), forAll());
    live.log.oldest = 2;
    await using reader = live.read("one:2");
    expect(await reader.take(1)).toEqual([3]);
  });

  it("gets it also when the log is pruned while it is replayed", async () => {
    await using live = await startStreams(...Array.from({ length: 10 }, () => forAll()));
    await using reader = live.read("one:0");
    expect(await reader.take(4)).toEqual([1, 2, 3, 4]);
    live.log.oldest = 8;
    expect(await reader.takeItems(2)).toMatchObject([{ item: { reason: "retention" } }]);
  });
});
