import { describe, expect, it } from "vitest";

import { Mailbox } from "./mailbox.ts";

const roomy = { items: 100, size: 100 };

describe("a mailbox", () => {
  it("hands out what came, in the order in which it came", () => {
    const inbox = new Mailbox<string>(roomy);
    inbox.push("a", 1);
    inbox.push("b", 1);
    expect([inbox.next(), inbox.next()]).toEqual(["a", "b"]);
  });

  it("wakes the reader who waits", async () => {
    const inbox = new Mailbox<string>(roomy);
    const waiting = inbox.next();
    inbox.push("a", 1);
    inbox.push("b", 1);
    expect(await waiting).toBe("a");
    expect(inbox.next()).toBe("b");
  });

  it.each([
    ["items", { items: 2, size: 100 }],
    ["size", { items: 100, size: 2 }],
  ])("[RT9] past its limit of %s keeps nothing, and says so", (_name, limits) => {
    const inbox = new Mailbox<string>(limits);
    for (const item of ["a", "b", "c", "d"]) inbox.push(item, 1);
    expect(inbox.next()).toBeNull();
    expect(inbox.ended).toBe(false);

    inbox.reopen();
    inbox.push("e", 1);
    expect(inbox.next()).toBe("e");
  });

  it("counts what is waiting, not what passed through", () => {
    const inbox = new Mailbox<number>({ items: 2, size: 2 });
    for (let item = 0; item < 10; item += 1) {
      inbox.push(item, 2);
      expect(inbox.next()).toBe(item);
    }
  });

  it("ends for a reader who waits, and drops what was left", async () => {
    const inbox = new Mailbox<string>(roomy);
    const waiting = inbox.next();
    inbox.end();
    expect(await waiting).toBeNull();
    inbox.push("late", 1);
    expect(inbox.next()).toBeNull();
  });

  it("throws what it ended with, to one who waits and to one who comes later", async () => {
    const inbox = new Mailbox<string>(roomy);
    const waiting = inbox.next();
    inbox.end(new Error("signed out"));
    inbox.end(new Error("too late to matter"));
    await expect(waiting).rejects.toThrow("signed out");
    expect(() => inbox.next()).toThrow("signed out");
  });
});
