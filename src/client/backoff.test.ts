import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { handWake } from "../testing/clients.ts";
import { Backoff } from "./backoff.ts";

const { signal } = new AbortController();

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Waits for one attempt after another, and says how long each took to come. */
async function delaysOf(backoff: Backoff, attempts: number): Promise<number[]> {
  const delays: number[] = [];
  for (let attempt = 0; attempt < attempts; attempt++) {
    const start = performance.now();
    const waiting = backoff.next(signal);
    await vi.runAllTimersAsync();
    await waiting;
    delays.push(Math.round(performance.now() - start));
  }
  return delays;
}

describe("backing off", () => {
  it("[RT10] tries at once, often while a server restarts, then ever more rarely up to 15 seconds", async () => {
    vi.spyOn(Math, "random").mockReturnValue(1);
    const delays = await delaysOf(new Backoff(handWake().listen), 19);
    const soon = Array.from({ length: 11 }, () => 500);
    expect(delays).toEqual([0, 250, ...soon, 1000, 2000, 4000, 8000, 15_000, 15_000]);
  });

  it("draws from the whole of each range", async () => {
    vi.spyOn(Math, "random").mockReturnValue(0.1);
    expect(await delaysOf(new Backoff(handWake().listen), 4)).toEqual([0, 25, 50, 50]);
  });

  it("begins anew after what has held, and goes on after what has not", async () => {
    vi.spyOn(Math, "random").mockReturnValue(1);
    const backoff = new Backoff(handWake().listen);
    await delaysOf(backoff, 3);
    backoff.up();
    vi.advanceTimersByTime(100);
    expect(await delaysOf(backoff, 1)).toEqual([500]);
    backoff.up();
    vi.advanceTimersByTime(5000);
    expect(await delaysOf(backoff, 2)).toEqual([0, 250]);
  });

  it("ends at once when it is woken or aborted", async () => {
    const { listen, wake } = handWake();
    const backoff = new Backoff(listen);
    const controller = new AbortController();
    const woken = backoff.pause(60_000, controller.signal);
    wake();
    await woken;
    const aborted = backoff.pause(60_000, controller.signal);
    controller.abort();
    await expect(aborted).rejects.toThrow("aborted");
    await expect(backoff.next(controller.signal)).rejects.toThrow("aborted");
    expect(vi.getTimerCount()).toBe(0);
  });
});
