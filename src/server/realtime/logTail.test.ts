import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { forAll } from "../../testing/logEvents.ts";
import { MemoryLog } from "../../testing/memoryLog.ts";
import type { LoggedEvent } from "../store/port.ts";
import { Connections } from "./connections.ts";
import { Hub } from "./hub.ts";
import { LogTail } from "./logTail.ts";

const pollMs = 250;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("the tail of the log", () => {
  it("[RT1] passes on what this process commits, at once and without reading it", async () => {
    await using tail = await follow();
    tail.log.reads = 0;
    tail.log.commit(forAll(), forAll());
    tail.log.commit(forAll());
    expect(tail.seqs).toEqual([1, 2, 3]);
    expect(tail.log.reads).toBe(0);
  });

  it("starts at the end of the log", async () => {
    const log = new MemoryLog();
    log.commit(forAll(), forAll());
    await using tail = await follow(log);
    log.commit(forAll());
    expect(tail.seqs).toEqual([3]);
  });

  it("[RT1] reads what another process wrote before what was committed here", async () => {
    await using tail = await follow();
    tail.log.commitElsewhere(forAll(), forAll());
    tail.log.commit(forAll());
    await vi.advanceTimersByTimeAsync(0);
    expect(tail.seqs).toEqual([1, 2, 3]);
  });

  it("notices what another process wrote though nothing is committed here", async () => {
    await using tail = await follow();
    tail.log.commitElsewhere(forAll());
    await vi.advanceTimersByTimeAsync(pollMs);
    expect(tail.seqs).toEqual([1]);
  });

  it("[RT1] passes on once what is committed while it reads", async () => {
    await using tail = await follow();
    const release = tail.log.holdReads();
    tail.log.commitElsewhere(forAll());
    tail.log.commit(forAll());
    await vi.advanceTimersByTimeAsync(0);
    tail.log.commit(forAll());
    tail.log.commitElsewhere(forAll());
    tail.log.commit(forAll());
    release();
    await vi.advanceTimersByTimeAsync(0);
    tail.log.commit(forAll());
    expect(tail.seqs).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it("[RT1] misses nothing that is committed when it has just read the end", async () => {
    await using tail = await follow();
    const release = tail.log.holdReads();
    tail.log.commitElsewhere(forAll());
    tail.log.commit(forAll());
    await vi.advanceTimersByTimeAsync(0);
    release();
    const releaseTheEnd = tail.log.holdReads();
    await vi.advanceTimersByTimeAsync(0);
    tail.log.commit(forAll());
    releaseTheEnd();
    await vi.advanceTimersByTimeAsync(0);
    expect(tail.seqs).toEqual([1, 2, 3]);
  });

  it("[RT1] misses nothing that is committed while it starts", async () => {
    const log = new MemoryLog();
    const release = log.holdReads();
    const starting = follow(log);
    await vi.advanceTimersByTimeAsync(0);
    log.commit(forAll());
    release();
    await using tail = await starting;
    log.commit(forAll());
    expect(tail.seqs).toEqual([1, 2]);
  });

  it("reads a gap of any length", async () => {
    await using tail = await follow();
    tail.log.commitElsewhere(...Array.from({ length: 1_200 }, () => forAll()));
    await vi.advanceTimersByTimeAsync(pollMs);
    expect(tail.seqs).toEqual(Array.from({ length: 1_200 }, (_, index) => index + 1));
  });

  it("tries again when the log cannot be read", async () => {
    await using tail = await follow();
    const eventsAfter = vi.spyOn(tail.log, "eventsAfter").mockRejectedValueOnce(new Error("busy"));
    tail.log.commitElsewhere(forAll());
    await vi.advanceTimersByTimeAsync(2 * pollMs);
    expect(eventsAfter).toHaveBeenCalled();
    expect(tail.failures).toHaveLength(1);
    expect(tail.seqs).toEqual([1]);
  });

  it.each([
    ["was replaced", (log: MemoryLog) => log.replaceWith("two", forAll(), forAll())],
    [
      "was pruned past it",
      (log: MemoryLog) => {
        log.commitElsewhere(forAll(), forAll());
        log.oldest = 2;
        log.commitElsewhere(forAll());
      },
    ],
  ])("[RT6] makes everyone reconnect when the log %s", async (_name, happen) => {
    await using tail = await follow();
    const reasons: string[] = [];
    tail.connections.track({ userId: "ann", sessionId: "s" }, (reason) => reasons.push(reason));
    happen(tail.log);
    await vi.advanceTimersByTimeAsync(pollMs);
    expect(reasons).toEqual(["restart"]);
    const [next] = tail.log.commit(forAll());
    expect(tail.seqs).toEqual([next?.seq]);
  });

  it("stops when it is disposed of", async () => {
    const tail = await follow();
    await tail[Symbol.asyncDispose]();
    tail.log.commit(forAll());
    await vi.advanceTimersByTimeAsync(pollMs);
    expect(tail.seqs).toEqual([]);
  });
});

async function follow(log = new MemoryLog()) {
  const connections = new Connections();
  const hub = new Hub(connections);
  const seqs: number[] = [];
  const failures: unknown[] = [];
  hub.onEvent((event: LoggedEvent) => seqs.push(event.seq));
  const logger = { error: (error: unknown) => void failures.push(error), warn: () => {} };
  const tail = new LogTail({ log, hub, logger, pollMs });
  await tail.start();
  return {
    log,
    connections,
    seqs,
    failures,
    [Symbol.asyncDispose]: () => tail[Symbol.asyncDispose](),
  };
}
