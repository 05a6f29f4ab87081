import { describe, expect, it } from "vitest";
import { journaled } from "./journal.ts";
import type { ClientStorage } from "./storage.ts";
import { memoryStorage } from "./storage.ts";

/** As `localStorage`, with room for so many characters. */
function pagesOf(room = Infinity) {
  const pages = new Map<string, string>();
  return {
    pages,
    get length() {
      return pages.size;
    },
    key: (index: number) => [...pages.keys()][index] ?? null,
    getItem: (key: string) => pages.get(key) ?? null,
    setItem(key: string, text: string) {
      if (text.length > room) throw new DOMException("Full", "QuotaExceededError");
      pages.set(key, text);
    },
    removeItem: (key: string) => void pages.delete(key),
  };
}

/** A storage whose page is closed before it has written anything. */
const closed: ClientStorage = {
  ...memoryStorage(),
  set: () => new Promise<never>(() => {}),
};

describe("a storage with a journal", () => {
  it("holds what its page was closed over, among the rest and in order", async () => {
    const pages = pagesOf();
    const storage = memoryStorage();
    await storage.set("outbox/1", "one");
    await storage.set("outbox/3", "three");
    void journaled("snug", closed, pages).set("outbox/2", { body: "two" });

    const next = journaled("snug", storage, pages);
    expect(await next.get("outbox/2")).toEqual({ body: "two" });
    expect(await next.get("outbox/1")).toBe("one");
    expect(await next.entries("outbox/")).toEqual([
      ["outbox/1", "one"],
      ["outbox/2", { body: "two" }],
      ["outbox/3", "three"],
    ]);
    expect(await next.entries("else/")).toEqual([]);
    expect(await journaled("other", storage, pages).get("outbox/2")).toBeUndefined();

    await next.delete("outbox/2");
    expect(await next.get("outbox/2")).toBeUndefined();
    expect(pages.length).toBe(0);
  });

  it("keeps nothing twice", async () => {
    const pages = pagesOf();
    const storage = memoryStorage();
    await journaled("snug", storage, pages).set("a", 1);
    expect(pages.length).toBe(0);
    expect(await storage.get("a")).toBe(1);
  });

  it("lets what is newer stand when what is older has been written", async () => {
    const pages = pagesOf();
    const storage = memoryStorage();
    const slow = Promise.withResolvers<void>();
    const older = journaled("snug", { ...storage, set: () => slow.promise }, pages).set("a", 1);
    void journaled("snug", closed, pages).set("a", 2);
    slow.resolve();
    await older;
    expect(await journaled("snug", storage, pages).get("a")).toBe(2);
  });

  it("makes nothing of what it has not written, and gives the rest", async () => {
    const pages = pagesOf();
    pages.setItem("snug.journal.outbox/1", "{half");
    const storage = memoryStorage();
    await storage.set("outbox/2", "two");
    const journal = journaled("snug", storage, pages);
    expect(await journal.get("outbox/1")).toBeUndefined();
    expect(await journal.entries("outbox/")).toContainEqual(["outbox/2", "two"]);
  });

  it("does without where there is no room, or nothing to write to", async () => {
    const pages = pagesOf(3);
    const storage = memoryStorage();
    await journaled("snug", storage, pages).set("a", "more than three");
    expect(await storage.get("a")).toBe("more than three");
    expect(journaled("snug", storage, null)).toBe(storage);
  });
});
