import { describe, expect, it } from "vitest";

import type { Outlet } from "./outgoing.ts";
import { Outgoing } from "./outgoing.ts";

const one = Buffer.from("one ");
const two = Buffer.from("two ");
const three = Buffer.from("three ");

describe("[RT11] what goes out in one turn", () => {
  it("leaves each socket in one write, in order", async () => {
    const outgoing = new Outgoing();
    const [mine, theirs] = [outlet(), outlet()];
    outgoing.add(mine, one);
    outgoing.add(theirs, two);
    outgoing.add(mine, two);
    outgoing.add(mine, three);
    expect(mine.writes).toEqual([]);
    await new Promise((resolve) => setImmediate(resolve));
    expect(mine.writes.map(String)).toEqual(["one two three "]);
    expect(theirs.writes.map(String)).toEqual(["two "]);
  });

  it("is put together once for sockets that get the same", () => {
    const outgoing = new Outgoing();
    const outlets = [outlet(), outlet(), outlet()];
    for (const each of outlets) outgoing.add(each, one);
    for (const each of outlets) outgoing.add(each, two);
    outgoing.flush();
    const [first, ...others] = outlets.flatMap(({ writes }) => writes);
    expect(String(first)).toBe("one two ");
    expect(others).toHaveLength(2);
    for (const other of others) expect(other).toBe(first);
  });

  it("is each one's own where they differ", () => {
    const outgoing = new Outgoing();
    const [mine, theirs] = [outlet(), outlet()];
    outgoing.add(mine, one);
    outgoing.add(theirs, one);
    outgoing.add(mine, two);
    outgoing.add(theirs, three);
    outgoing.add(mine, three);
    outgoing.flush();
    expect(mine.writes.map(String)).toEqual(["one two three "]);
    expect(theirs.writes.map(String)).toEqual(["one three "]);
  });

  it("does not go out again, and what comes later does", () => {
    const outgoing = new Outgoing();
    const mine = outlet();
    outgoing.add(mine, one);
    outgoing.flush();
    outgoing.flush();
    outgoing.add(mine, two);
    outgoing.flush();
    expect(mine.writes.map(String)).toEqual(["one ", "two "]);
  });
});

function outlet(): Outlet & { writes: Buffer[] } {
  const writes: Buffer[] = [];
  return { batch: null, writes, write: (bytes) => void writes.push(bytes) };
}
