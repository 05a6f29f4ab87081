import { describe, expect, it } from "vitest";

import { groundOf } from "./ground.ts";

const sample = (at: number, blank = 0, message: number | null = null) => ({ at, blank, message });

describe("the ground that one sees", () => {
  it("is blank for the time up to each event that finds it so", () => {
    const ground = groundOf([sample(0), sample(20), sample(40, 100), sample(60, 300), sample(80)]);
    expect(ground).toMatchObject({ blank: 0.5, blankMs: 40, blankPx: 300 });
  });

  it("leaves out the time in which the list stood still", () => {
    expect(groundOf([sample(0), sample(16), sample(1000, 300), sample(1016)]).blank).toBe(0);
  });

  it("says how many frames were late, and how far one came", () => {
    const ground = groundOf([
      sample(0, 0, 90),
      sample(16, 0, 80),
      sample(46, 0, null),
      sample(62, 0, 60),
    ]);
    expect(ground.late).toBeCloseTo(1 / 3);
    expect(ground.messages).toBe(30);
  });
});
