import { describe, expect, it } from "vitest";

import {
  accountStatus,
  added,
  forAll,
  inRoom,
  removed,
  signedOut,
} from "../../testing/logEvents.ts";
import { ann, settleAll, startStreams } from "../../testing/streamReaders.ts";

describe("[RT7] access to a room", () => {
  it("comes and goes with membership, live", async () => {
    await using live = await startStreams();
    await using reader = live.read("one:0");
    const taken = reader.take(4);
    await settleAll();
    live.log.commit(inRoom("den"), added("ann", "den"), inRoom("den"), inRoom("attic"));
    live.log.commit(added("bob", "attic"), removed("ann", "den"), inRoom("den"), forAll());
    expect(await taken).toEqual([2, 3, 6, 8]);
  });

  it("is of this moment on replay", async () => {
    await using live = await startStreams(
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
    await using live = await startStreams(added("ann", "den"), added("bob", "attic"));
    await using reader = live.read("one:2");
    const taken = reader.take(1);
    await settleAll();
    live.log.commit(inRoom("attic"), inRoom("den"));
    expect(await taken).toEqual([4]);
  });

  it("that is lost in the middle of a replay ends there", async () => {
    await using live = await startStreams(
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
    await using live = await startStreams(forAll(), forAll());
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
    await using live = await startStreams();
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
    await using live = await startStreams();
    await using laptop = live.read("one:0", { ...ann, sessionId: "laptop" });
    const next = laptop.take(1);
    live.log.commit(signedOut("ann", "phone"));
    expect(await next).toEqual([1]);
  });
});
