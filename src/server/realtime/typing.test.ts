import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { added, removed, said } from "../../testing/logEvents.ts";
import { pass, startPresence } from "../../testing/presenceWatchers.ts";
import { presenceTimes } from "./presence.ts";

const { typingMs, coalesceMs } = presenceTimes;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("[RT8] typing", () => {
  it("is told to the others in the room, and to nobody else", async () => {
    await using live = await startPresence({
      rooms: { den: ["ann", "bob"], attic: ["ann", "eve"] },
    });
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
    await using live = await startPresence({
      rooms: { den: ["ann", "bob"], attic: ["ann", "eve"] },
    });
    live.presence.setTyping("ann", "den", true);
    await pass(coalesceMs);
    const [ann, bob, eve] = [live.watch("ann"), live.watch("bob"), live.watch("eve")];
    await pass(0);
    expect(bob.heard).toMatchObject([{ typing: [{ roomId: "den", userId: "ann" }] }]);
    expect(ann.heard).toMatchObject([{ typing: [] }]);
    expect(eve.heard).toMatchObject([{ typing: [] }]);
  });

  it("is a lease that ends unless it is renewed", async () => {
    await using live = await startPresence({ rooms: { den: ["ann", "bob"] } });
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
    await using live = await startPresence({ rooms: { den: ["ann", "bob"] } });
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
    await using live = await startPresence({ rooms: { den: ["ann", "bob"] } });
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
