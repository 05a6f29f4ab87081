import { expect, it } from "vitest";

import { planOf } from "./plan.ts";

it("plans the same for the same seed, and something else for another", () => {
  expect(planOf({ seed: 7, minutes: 1 })).toEqual(planOf({ seed: 7, minutes: 1 }));
  expect(planOf({ seed: 8, minutes: 1 })).not.toEqual(planOf({ seed: 7, minutes: 1 }));
});

it("has something of everything, however short, in the order in which it happens", () => {
  const plan = planOf({ seed: 1, minutes: 0.01 });
  expect(new Set(plan.map(({ kind }) => kind)).size).toBe(22);
  expect(plan.map(({ atMs }) => atMs)).toEqual(plan.map(({ atMs }) => atMs).toSorted(ascending));
  expect(plan.every(({ atMs }) => atMs < 600)).toBe(true);
});

function ascending(one: number, other: number): number {
  return one - other;
}
