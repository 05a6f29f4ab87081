import { expect, it } from "vitest";

import { Crowd } from "./crowd.ts";
import { textOf } from "./texts.ts";

it("knows when everyone has heard so many", async () => {
  const crowd = new Crowd(2);
  crowd.hear(0, said(0));
  crowd.hear(0, said(1));
  let both = false;
  const waiting = crowd.everyoneHas(2).then(() => (both = true));
  crowd.hear(1, said(0));
  await crowd.everyoneHas(1);
  // Whatever was settled has had its turn.
  await new Promise(setImmediate);
  expect(both).toBe(false);
  crowd.hear(1, said(1));
  await waiting;
  expect(crowd.deliveries).toBe(4);
  expect(crowd.order).toEqual([0, 1]);
  crowd.check(2);
});

it("does not pass over what someone missed, or heard twice", () => {
  const missed = new Crowd(2);
  missed.hear(0, said(0));
  expect(() => missed.check(1)).toThrow("Not everyone");

  const twice = new Crowd(1);
  twice.hear(0, said(0));
  twice.hear(0, said(0));
  expect(() => twice.check(2)).toThrow("Not everyone");
});

function said(number: number): Buffer {
  return Buffer.from(JSON.stringify({ text: textOf(number) }));
}
