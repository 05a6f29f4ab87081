import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { presenceChosen, signedOut } from "../../testing/logEvents.ts";
import { MemoryLog } from "../../testing/memoryLog.ts";
import { pass, startPresence } from "../../testing/presenceWatchers.ts";
import { createMemoryBus } from "./memory/bus.ts";
import { presenceTimes } from "./presence.ts";

const { graceMs, coalesceMs, announceMs } = presenceTimes;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("[RT8] presence", () => {
  it("shows who is there first, then changes", async () => {
    await using live = await startPresence();
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
    await using live = await startPresence();
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
    await using live = await startPresence();
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
    await using live = await startPresence();
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
    await using live = await startPresence();
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
    await using live = await startPresence();
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
    await using live = await startPresence();
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
    await using live = await startPresence({ log });
    const bob = live.watch("bob");
    live.watch("ann");
    live.watch("eve");
    await pass(coalesceMs);
    expect(bob.changesOf("ann")).toEqual(["dnd"]);
    expect(bob.changesOf("eve")).toEqual(["online"]);
  });

  it("tells changes that come close together once, and none that cancel out", async () => {
    await using live = await startPresence();
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
    await using live = await startPresence();
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
    await using live = await startPresence();
    const ann = live.watch("ann");
    await pass(0);
    live.log.commit(signedOut("ann", "session-of-ann"));
    await pass(0);
    expect(ann.error()).toMatchObject({ code: "UNAUTHENTICATED" });
  });

  it("is put together from every instance, and forgets one that fell silent", async () => {
    const bus = createMemoryBus();
    await using live = await startPresence({ bus });
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
