import { describe, expect, it } from "vitest";

import { median, percentile, ratios, spread } from "./statistics.ts";

describe("statistics", () => {
  it("take the value in the middle for the median, or the mean of the two there", () => {
    expect(median([30, 1, 2])).toBe(2);
    expect(median([4, 1, 3, 200])).toBe(3.5);
    expect(median([7])).toBe(7);
  });

  it("say how far apart the rounds were", () => {
    expect(spread([3, 10, 2])).toEqual({ lowest: 2, highest: 10 });
  });

  it("take percentiles by nearest rank", () => {
    const values = Array.from({ length: 200 }, (_, index) => 200 - index);
    expect(percentile(values, 99)).toBe(198);
    expect(percentile(values, 50)).toBe(100);
    expect(percentile([5, 6], 99)).toBe(6);
    expect(percentile([5, 6], 0)).toBe(5);
  });

  it("compare round by round", () => {
    expect(ratios([10, 30], [5, 10])).toEqual([2, 3]);
    expect(() => ratios([1], [1, 2])).toThrow("do not match");
  });

  it("have nothing to say about nothing", () => {
    expect(() => median([])).toThrow("nothing");
    expect(() => percentile([], 50)).toThrow("nothing");
  });
});
