import { expect, it } from "vitest";
import { Allowance } from "./allowance.ts";

it("allows some at once and then at its pace, to each on their own", () => {
  const allowance = new Allowance({ atOnce: 3, perSecond: 2 });
  for (let i = 0; i < 3; i += 1) allowance.take("a", 0);
  expect(() => allowance.take("a", 0)).toThrow("too much at once");
  allowance.take("b", 0);
  expect(() => allowance.take("a", 499)).toThrow("too much at once");
  allowance.take("a", 500);
  expect(() => allowance.take("a", 501)).toThrow("too much at once");
  for (let i = 0; i < 3; i += 1) allowance.take("a", 60_000);
  expect(() => allowance.take("a", 60_000)).toThrow("too much at once");
});
