import type { StreamItem } from "../../shared/events.ts";
import { describe, expect, it } from "vitest";

import {
  accountStatus,
  added,
  forAll,
  inRoom,
  removed,
  signedOut,
} from "../../testing/logEvents.ts";
import { MemoryLog } from "../../testing/memoryLog.ts";
import { LiveFeed } from "./feed.ts";
import { createMemoryBus } from "./memory/bus.ts";
import type { Viewer } from "./port.ts";
import type { RealtimeOptions } from "./realtime.ts";
import { createRealtime } from "./realtime.ts";

const ann: Viewer = { userId: "ann", sessionId: "phone" };

type Item = { cursor: string; item: StreamItem };

describe("a stream", () => {
  it("[RT5] replays what came after the cursor and goes on live", async () => {
    await using live = await start(forAll("one"), forAll("two"));
    await using reader = live.read("one:1");
    expect(await reader.take(1)).toEqual([2]);
    live.log.commit(forAll("three"));
    expect(await reader.take(1)).toEqual([3]);
  });

  it("[RT4] gives each item the cursor to resume after it", async () => {
    await using live = await start(forAll());
    await using reader = live.read("one:0");
    expect(await reader.takeItems(1)).toMatchObject([{ cursor: "one:1", item: { seq: 1 } }]);
    live.log.commit(forAll());
    expect(await reader.takeItems(1)).toMatchObject([{ cursor: "one:2", item: { seq: 2 } }]);
  });

  it.each(["begin", "end"] as const)(
    "[RT5] brings what is committed at the %s of its replay exactly once",
    async (when) => {
      await using live = await start(forAll(), forAll());
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
    await using live = await start(forAll());
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
    await using live = await start(...Array.from({ length: 10 }, () => forAll()));
    await using reader = live.read("one:0");
    expect(await reader.take(10)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    live.log.commit(forAll());
    expect(await reader.take(1)).toEqual([11]);
  });

  it("[RT9] reads a long replay no faster than its connection takes it", async () => {
    await using live = await start(...Array.from({ length: 6 }, () => forAll()));
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
    await using live = await start();
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
    await using live = await start();
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
    await using live = await start();
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
    await using live = await start(forAll(), forAll(), forAll());
    live.log.oldest = 2;
    await using reader = live.read(cursor);
    expect(await reader.takeItems(2)).toEqual([
      { cursor: "one:3", item: { type: "reset", reason } },
    ]);
  });

  it("can be as old as what is kept", async () => {
    await using live = await start(forAll(), forAll(), forAll());
    live.log.oldest = 2;
    await using reader = live.read("one:2");
    expect(await reader.take(1)).toEqual([3]);
  });

  it("gets it also when the log is pruned while it is replayed", async () => {
    await using live = await start(...Array.from({ length: 10 }, () => forAll()));
    await using reader = live.read("one:0");
    expect(await reader.take(4)).toEqual([1, 2, 3, 4]);
    live.log.oldest = 8;
    expect(await reader.takeItems(2)).toMatchObject([{ item: { reason: "retention" } }]);
  });
});

describe("[RT7] access to a room", () => {
  it("comes and goes with membership, live", async () => {
    await using live = await start();
    await using reader = live.read("one:0");
    const taken = reader.take(4);
    await settleAll();
    live.log.commit(inRoom("den"), added("ann", "den"), inRoom("den"), inRoom("attic"));
    live.log.commit(added("bob", "attic"), removed("ann", "den"), inRoom("den"), forAll());
    expect(await taken).toEqual([2, 3, 6, 8]);
  });

  it("is of this moment on replay", async () => {
    await using live = await start(
      added("ann", "den"),
      inRoom("den"),
      removed("ann", "den"),
      inRoom("den"),
      forAll(),
    );
    await using reader = live.read("one:0");
    expect(await reader.take(3)).toEqual([1, 3, 5]);
  });

  it("is known from the memberships there were at the start", async () => {
    await using live = await start(added("ann", "den"), added("bob", "attic"));
    await using reader = live.read("one:2");
    const taken = reader.take(1);
    await settleAll();
    live.log.commit(inRoom("attic"), inRoom("den"));
    expect(await taken).toEqual([4]);
  });

  it("that is lost in the middle of a replay ends there", async () => {
    await using live = await start(
      added("ann", "den"),
      inRoom("den"),
      inRoom("den"),
      inRoom("den"),
      forAll(),
    );
    await using reader = live.read("one:0");
    expect(await reader.take(2)).toEqual([1, 2]);
    live.log.commit(removed("ann", "den"), inRoom("den"), forAll());
    expect(await reader.take(3)).toEqual([5, 6, 8]);
  });

  it("does not outlive the session, live or on replay", async () => {
    await using live = await start(forAll(), forAll());
    await using waiting = live.read("one:2");
    await using replaying = live.read("one:0");
    const next = waiting.take(1);
    await replaying.take(1);
    live.log.commit(signedOut("ann", "phone"), forAll());
    // The news itself may still reach them; what matters is that nothing does after it.
    await next.catch(() => []);
    await expect(waiting.take(1)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await expect(replaying.take(1)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await using late = live.read("one:0");
    await expect(late.take(1)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });

  it("does not outlive the account, and comes back with it", async () => {
    await using live = await start();
    await using reader = live.read("one:0");
    const next = reader.take(1);
    await settleAll();
    live.log.commit(accountStatus("ann", "banned"));
    await next.catch(() => []);
    await expect(reader.take(1)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });

    live.log.commit(accountStatus("ann", "active"));
    await using back = live.read("one:1");
    expect(await back.take(1)).toEqual([2]);
  });

  it("goes on for other sessions", async () => {
    await using live = await start();
    await using laptop = live.read("one:0", { ...ann, sessionId: "laptop" });
    const next = laptop.take(1);
    live.log.commit(signedOut("ann", "phone"));
    expect(await next).toEqual([1]);
  });
});

async function start(...events: Parameters<MemoryLog["commit"]>) {
  const log = new MemoryLog();
  log.commit(...events);
  const options: RealtimeOptions = {
    store: log,
    bus: createMemoryBus(),
    log: { error: () => {}, warn: () => {} },
    streams: { page: 4, inbox: { items: 20, size: 1_000_000 } },
  };
  const realtime = await createRealtime(options);
  return {
    log,
    read: (cursor: string, viewer = ann) => read(realtime, cursor, viewer),
    [Symbol.asyncDispose]: () => realtime[Symbol.asyncDispose](),
  };
}

function read(
  realtime: Awaited<ReturnType<typeof createRealtime>>,
  cursor: string,
  viewer: Viewer,
) {
  const leaving = new AbortController();
  const feed = realtime.stream(viewer, cursor, leaving.signal);
  const stream = feed[Symbol.asyncIterator]();

  /** The next `count` items, or all until the end. */
  async function takeItems(count: number): Promise<Item[]> {
    const items: Item[] = [];
    while (items.length < count) {
      const next: IteratorResult<Item, void> = await stream.next();
      if (next.done) break;
      items.push(next.value);
    }
    return items;
  }

  /** From now on, the numbers of what comes live. */
  function tap(): number[] {
    const seqs: number[] = [];
    if (feed instanceof LiveFeed) feed.tap(({ seq }) => seqs.push(seq));
    return seqs;
  }

  return {
    takeItems,
    tap,
    take: async (count: number) =>
      (await takeItems(count)).map(({ item }) => ("seq" in item ? item.seq : item.type)),
    leave: () => leaving.abort(),
    async [Symbol.asyncDispose]() {
      leaving.abort();
      await stream.return?.();
    },
  };
}

/** Lets everything go on that waits for nothing from outside. */
function settleAll(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
