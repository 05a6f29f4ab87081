import { describe, expect, it } from "vitest";

import { Turns } from "./turns.ts";

describe("turns", () => {
  it("run as many at once as they may, the others in order, also after a failure", async () => {
    const turns = new Turns(1, 5);
    const ran: number[] = [];
    const gate = Promise.withResolvers<void>();
    const first = turns.take(async () => {
      await gate.promise;
      throw new Error("broken");
    });
    const others = [1, 2, 3].map((n) => turns.take(async () => ran.push(n)));
    expect(ran).toEqual([]);
    gate.resolve();
    await expect(first).rejects.toThrow("broken");
    await Promise.all(others);
    expect(ran).toEqual([1, 2, 3]);
    expect(await turns.take(async () => "idle again")).toBe("idle again");
  });

  it("turn away whom they cannot let wait", async () => {
    const turns = new Turns(1, 1);
    const gate = Promise.withResolvers<void>();
    const two = [turns.take(() => gate.promise), turns.take(() => gate.promise)];
    await expect(turns.take(() => gate.promise)).rejects.toMatchObject({ code: "UNAVAILABLE" });
    gate.resolve();
    await Promise.all(two);
  });
});
