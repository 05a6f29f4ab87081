import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import type { PresenceItem } from "../../shared/presence.ts";
import { added, presenceChosen, removed, said, signedOut } from "../../testing/logEvents.ts";
import { MemoryLog } from "../../testing/memoryLog.ts";
import { createMemoryBus } from "./memory/bus.ts";
import type { Realtime } from "./port.ts";
import { presenceTimes } from "./presence.ts";
import { createRealtime } from "./realtime.ts";

const { graceMs, typingMs, coalesceMs, announceMs } = presenceTimes;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("[RT8] presence", () => {
  it("shows who is there first, then changes", async () => {
    await using live = await start();
    live.watch("ann");
    await pass(coalesceMs);
    const bob = live.watch("bob");
    await pass(0);
    const at = new Date().toISOString();
    expect(bob.heard).toEqual([{ type: "snapshot", at, presence: { ann: "online" }, typing: [] }]);
    await pass(coalesceMs);
    expect(bob.changes()).toEqual(["bob online"]);
  });

  it("is away when no device is used, and back with the first that is", async () => {
    await using live = await start();
    const bob = live.watch("bob");
    live.watch("ann", "laptop");
    live.watch("ann", "phone");
    await pass(coalesceMs);
    live.presence.setActive("ann", "laptop", false);
    await pass(coalesceMs);
    live.presence.setActive("ann", "phone", false);
    await pass(coalesceMs);
    live.presence.setActive("ann", "laptop", true);
    await pass(coalesceMs);
    expect(bob.changesOf("ann")).toEqual(["online", "away", "online"]);
  });

  it("is one person on several devices, gone with the last", async () => {
    await using live = await start();
    const bob = live.watch("bob");
    const laptop = live.watch("ann", "laptop");
    const phone = live.watch("ann", "phone");
    await pass(coalesceMs);
    laptop.leave();
    await pass(graceMs + coalesceMs);
    expect(bob.changesOf("ann")).toEqual(["online"]);
    phone.leave();
    await pass(graceMs + coalesceMs);
    expect(bob.changesOf("ann")).toEqual(["online", "offline"]);
  });

  it("does not flicker when a device reconnects within the grace", async () => {
    await using live = await start();
    const bob = live.watch("bob");
    const ann = live.watch("ann", "laptop");
    await pass(coalesceMs);
    ann.leave();
    await pass(graceMs - 1);
    live.watch("ann", "laptop");
    await pass(10 * graceMs);
    expect(bob.changesOf("ann")).toEqual(["online"]);
  });

  it("does not flicker when the new connection comes before the old one goes", async () => {
    await using live = await start();
    const bob = live.watch("bob");
    const before = live.watch("ann", "laptop");
    await pass(coalesceMs);
    live.watch("ann", "laptop");
    await pass(coalesceMs);
    before.leave();
    await pass(10 * graceMs);
    expect(bob.changesOf("ann")).toEqual(["online"]);
  });

  it("believes a device that spoke before its connection, and no device that never connects", async () => {
    await using live = await start();
    const bob = live.watch("bob");
    live.presence.setActive("ann", "laptop", false);
    live.presence.setActive("eve", "nowhere", true);
    live.watch("ann", "laptop");
    await pass(coalesceMs);
    live.presence.setActive("ann", "nowhere", true);
    live.presence.setActive("ann", "laptop", false);
    await pass(2 * graceMs);
    expect(bob.changesOf("ann")).toEqual(["away"]);
    expect(bob.changesOf("eve")).toEqual([]);
  });

  it("follows the mode that someone chose, while they are there", async () => {
    await using live = await start();
    const bob = live.watch("bob");
    live.log.commit(presenceChosen("ann", "dnd"));
    await pass(coalesceMs);
    expect(bob.changesOf("ann")).toEqual([]);
    const ann = live.watch("ann");
    await pass(coalesceMs);
    live.log.commit(presenceChosen("ann", "away"));
    await pass(coalesceMs);
    live.log.commit(presenceChosen("ann", "auto"));
    await pass(coalesceMs);
    live.log.commit(presenceChosen("ann", "dnd"));
    ann.leave();
    await pass(graceMs + coalesceMs);
    expect(bob.changesOf("ann")).toEqual(["dnd", "away", "online", "dnd", "offline"]);
  });

  it("begins with what people chose before, unless the log has said more", async () => {
    const log = new MemoryLog();
    log.chosen = [
      { userId: "ann", mode: "dnd", until: null },
      { userId: "eve", mode: "dnd", until: null },
    ];
    log.chosenPresence = async () => {
      log.commit(presenceChosen("eve", "auto"));
      return log.chosen;
    };
    await using live = await start({ log });
    const bob = live.watch("bob");
    live.watch("ann");
    live.watch("eve");
    await pass(coalesceMs);
    expect(bob.changesOf("ann")).toEqual(["dnd"]);
    expect(bob.changesOf("eve")).toEqual(["online"]);
  });

  it("tells changes that come close together once, and none that cancel out", async () => {
    await using live = await start();
    const bob = live.watch("bob");
    live.watch("ann", "laptop");
    await pass(coalesceMs);
    for (const active of [false, true, false, true]) {
      live.presence.setActive("ann", "laptop", active);
    }
    await pass(coalesceMs);
    expect(bob.changesOf("ann")).toEqual(["online"]);
  });

  it("starts over with a snapshot for a watcher who fell far behind", async () => {
    await using live = await start();
    const viewer = { userId: "bob", sessionId: "s" };
    const { signal } = new AbortController();
    const items = live.presence.watch(viewer, "desk-of-bob", signal);
    const slow = items[Symbol.asyncIterator]();
    await slow.next();
    for (let index = 0; index < 600; index += 1) live.watch(`user${index}`);
    await pass(coalesceMs);
    expect(await slow.next()).toMatchObject({
      value: { type: "snapshot", presence: { user0: "online", user599: "online" } },
    });
    await slow.return?.();
  });

  it("[RT7] ends with the session", async () => {
    await using live = await start();
    const ann = live.watch("ann");
    await pass(0);
    live.log.commit(signedOut("ann", "session-of-ann"));
    await pass(0);
    expect(ann.error()).toMatchObject({ code: "UNAUTHENTICATED" });
  });

  it("is put together from every instance, and forgets one that fell silent", async () => {
    const bus = createMemoryBus();
    await using live = await start({ bus });
    const bob = live.watch("bob");
    bus.publish({ type: "roster", instance: "other", levels: { ann: "away", eve: "online" } });
    bus.publish({ type: "level", instance: "other", userId: "ann", level: "online" });
    await pass(coalesceMs);
    const laptop = live.watch("ann", "laptop");
    await pass(coalesceMs);
    laptop.leave();
    await pass(graceMs + coalesceMs);
    expect(bob.changesOf("ann")).toEqual(["online"]);

    bus.publish({ type: "roster", instance: "other", levels: { ann: "online" } });
    await pass(coalesceMs);
    expect(bob.changesOf("eve")).toEqual(["online", "offline"]);

    await pass(5 * announceMs);
    expect(bob.changesOf("ann")).toEqual(["online", "offline"]);
    expect(bob.changesOf("bob")).toEqual(["online"]);
  });
});

describe("[RT8] typing", () => {
  it("is told to the others in the room, and to nobody else", async () => {
    await using live = await start({ rooms: { den: ["ann", "bob"], attic: ["ann", "eve"] } });
    const [ann, bob, eve] = [live.watch("ann"), live.watch("bob"), live.watch("eve")];
    live.presence.setTyping("ann", "den", true);
    await pass(coalesceMs);
    live.presence.setTyping("ann", "den", false);
    await pass(coalesceMs);
    expect(bob.typing()).toEqual(["ann in den", "ann not in den"]);
    expect(ann.typing()).toEqual([]);
    expect(eve.typing()).toEqual([]);
  });

  it("stands in the snapshot of those who may know", async () => {
    await using live = await start({ rooms: { den: ["ann", "bob"], attic: ["ann", "eve"] } });
    live.presence.setTyping("ann", "den", true);
    await pass(coalesceMs);
    const [ann, bob, eve] = [live.watch("ann"), live.watch("bob"), live.watch("eve")];
    await pass(0);
    expect(bob.heard).toMatchObject([{ typing: [{ roomId: "den", userId: "ann" }] }]);
    expect(ann.heard).toMatchObject([{ typing: [] }]);
    expect(eve.heard).toMatchObject([{ typing: [] }]);
  });

  it("is a lease that ends unless it is renewed", async () => {
    await using live = await start({ rooms: { den: ["ann", "bob"] } });
    const bob = live.watch("bob");
    live.presence.setTyping("ann", "den", true);
    await pass(typingMs - 1);
    live.presence.setTyping("ann", "den", true);
    await pass(typingMs - 1);
    expect(bob.typing()).toEqual(["ann in den"]);
    await pass(1 + coalesceMs);
    expect(bob.typing()).toEqual(["ann in den", "ann not in den"]);
  });

  it("ends when the message lands", async () => {
    await using live = await start({ rooms: { den: ["ann", "bob"] } });
    const bob = live.watch("bob");
    live.presence.setTyping("ann", "den", true);
    await pass(coalesceMs);
    live.log.commit(said("bob", "den"));
    await pass(coalesceMs);
    expect(bob.typing()).toEqual(["ann in den"]);
    live.log.commit(said("ann", "den"));
    await pass(coalesceMs);
    expect(bob.typing()).toEqual(["ann in den", "ann not in den"]);
  });

  it("[RT7] is nothing to who is not in the room, or no longer", async () => {
    await using live = await start({ rooms: { den: ["ann", "bob"] } });
    const bob = live.watch("bob");
    live.presence.setTyping("eve", "den", true);
    await pass(coalesceMs);
    expect(bob.typing()).toEqual([]);

    live.presence.setTyping("ann", "den", true);
    await pass(coalesceMs);
    live.log.commit(removed("ann", "den"));
    await pass(coalesceMs);
    expect(bob.typing()).toEqual(["ann in den", "ann not in den"]);

    live.log.commit(removed("bob", "den"), added("eve", "den"));
    live.presence.setTyping("eve", "den", true);
    await pass(coalesceMs);
    expect(bob.typing()).toHaveLength(2);
  });
});

async function start({
  bus = createMemoryBus(),
  rooms = {},
  log = new MemoryLog(),
}: {
  bus?: ReturnType<typeof createMemoryBus>;
  rooms?: Record<string, string[]>;
  log?: MemoryLog;
} = {}) {
  for (const [roomId, userIds] of Object.entries(rooms)) {
    log.commit(...userIds.map((userId) => added(userId, roomId)));
  }
  const realtime = await createRealtime({
    store: log,
    bus,
    log: { error: () => {}, warn: () => {} },
  });
  return {
    log,
    realtime,
    presence: realtime.presence,
    watch: (userId: string, deviceId = `desk-of-${userId}`) => watch(realtime, userId, deviceId),
    [Symbol.asyncDispose]: () => realtime[Symbol.asyncDispose](),
  };
}

function watch({ presence }: Realtime, userId: string, deviceId: string) {
  const leaving = new AbortController();
  const heard: PresenceItem[] = [];
  let failure: unknown = null;
  const viewer = { userId, sessionId: `session-of-${userId}` };
  async function listen(): Promise<void> {
    for await (const item of presence.watch(viewer, deviceId, leaving.signal)) heard.push(item);
  }
  listen().catch((error: unknown) => (failure = error));

  const changes = () =>
    heard.flatMap((item) => (item.type === "presence" ? [`${item.userId} ${item.presence}`] : []));
  return {
    heard,
    changes,
    changesOf: (id: string) =>
      changes().flatMap((change) =>
        change.startsWith(`${id} `) ? [change.slice(id.length + 1)] : [],
      ),
    typing: () =>
      heard.flatMap((item) =>
        item.type === "typing"
          ? [`${item.userId} ${item.typing ? "in" : "not in"} ${item.roomId}`]
          : [],
      ),
    error: () => failure,
    leave: () => leaving.abort(),
  };
}

/** Time, and everything that waits for nothing else. */
async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
}
