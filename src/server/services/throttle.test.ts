import { describe, expect, it } from "vitest";

import { SnugError } from "../../shared/errors.ts";
import { Throttle } from "./throttle.ts";

const address = "192.0.2.1";

describe("the throttle", () => {
  it("lets some tries pass, then doubles the wait up to a minute for an account", () => {
    const { throttle, clock } = started();
    let host = 0;
    const attempt = () => waitFor(throttle, { login: "ann", address: `host ${++host}` });
    expect(passing(attempt)).toBe(5);
    expect(waits(attempt, clock, 9)).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
  });

  it("is patient with an address at first, and then up to a quarter of an hour", () => {
    const { throttle, clock } = started();
    let account = 0;
    const attempt = () => waitFor(throttle, { login: `account ${++account}`, address });
    expect(passing(attempt)).toBe(20);
    expect(waits(attempt, clock, 12)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
  });

  it("counts tries from their start, so that many at once are no way around it", () => {
    const { throttle } = started();
    const outcomes = Array.from({ length: 8 }, () => waitFor(throttle, { login: "ann", address }));
    expect(outcomes).toEqual([0, 0, 0, 0, 0, 1000, 1000, 1000]);
  });

  it("does not tell names apart by their case", () => {
    const { throttle } = started();
    for (let i = 0; i < 5; i++) throttle.begin({ login: "ann", address });
    expect(waitFor(throttle, { login: "ANN", address: "192.0.2.2" })).toBe(1000);
  });

  it("forgives an account that was signed in to", () => {
    const { throttle } = started();
    for (let i = 0; i < 4; i++) throttle.begin({ login: "ann", address });
    throttle.begin({ login: "ann", address }).succeeded();
    for (let i = 0; i < 4; i++) throttle.begin({ login: "ann", address });
    expect(waitFor(throttle, { login: "ann", address })).toBe(0);
  });

  it("does not forgive an address for signing in to an account of its own", () => {
    const { throttle, clock } = started();
    let allowed = 0;
    for (let i = 0; i < 100; i++) {
      if (waitFor(throttle, { login: `victim ${i}`, address }) === 0) allowed++;
      clock.now += 1;
      try {
        throttle.begin({ login: "mine", address }).succeeded();
      } catch {
        // Waiting, like every other time.
      }
    }
    expect(allowed).toBe(20);
  });

  it("forgets after an hour of quiet", () => {
    const { throttle, clock } = started();
    for (let i = 0; i < 4; i++) throttle.begin({ login: "ann", address });
    clock.now += 60 * 60_000;
    for (let i = 0; i < 4; i++) throttle.begin({ login: "ann", address });
    expect(waitFor(throttle, { login: "ann", address })).toBe(0);
  });

  it.each([
    ["2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true],
    ["2001:db8:1:2::1", "2001:db8:1:3::1", false],
    ["2001:DB8:1:2::1", "2001:db8:1:2::2", true],
    ["fe80::1%eth0", "fe80::2", true],
    ["::1", "::2", true],
    ["::ffff:192.0.2.1", "192.0.2.1", true],
    ["192.0.2.1", "192.0.2.2", false],
  ])("takes %s and %s for one machine: %s", (one, other, same) => {
    const { throttle } = started();
    for (let i = 0; i < 20; i++) throttle.begin({ address: one });
    expect(waitFor(throttle, { address: other }) > 0).toBe(same);
  });

  it("remembers a bounded number, and forgets the longest quiet first", () => {
    const { throttle } = started();
    for (let i = 0; i < 5; i++) throttle.begin({ login: "ann", address });
    const crowd = (from: number, count: number) => {
      for (let i = from; i < from + count; i++) throttle.begin({ address: `host ${i}` });
    };
    crowd(0, 9_000);
    expect(waitFor(throttle, { login: "ann", address: "192.0.2.2" })).toBe(1000);
    crowd(9_000, 10_000);
    expect(waitFor(throttle, { login: "ann", address: "192.0.2.2" })).toBe(0);
  });
});

/** A throttle on a clock that goes by hand. */
function started() {
  const clock = { now: 0 };
  return { clock, throttle: new Throttle(() => clock.now) };
}

/** In milliseconds; makes the attempt when there is no wait. */
function waitFor(throttle: Throttle, attempt: { login?: string; address: string }): number {
  try {
    throttle.begin(attempt);
    return 0;
  } catch (error) {
    if (error instanceof SnugError) return error.details.retryAfterMs ?? -1;
    throw error;
  }
}

/** How many attempts are made before one has to wait. */
function passing(attempt: () => number): number {
  let passed = 0;
  while (attempt() === 0) passed++;
  return passed;
}

/** The waits in seconds of someone who tries again as soon as they may. */
function waits(attempt: () => number, clock: { now: number }, count: number): number[] {
  return Array.from({ length: count }, () => {
    const wait = attempt();
    clock.now += wait;
    attempt();
    return wait / 1000;
  });
}
