import type { ClientStorage } from "./storage.ts";

/** What a journal is written to: `localStorage`, where there is one. */
export type JournalPages = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/**
 * A storage that loses nothing when its page is closed the moment after: what `storage` has been given and
 * does not hold yet stands in `pages`, which keep it at once.
 */
export function journaled(
  name: string,
  storage: ClientStorage,
  pages: JournalPages | null = localPages(),
): ClientStorage {
  if (pages === null) return storage;
  const mark = `${name}.journal.`;
  return {
    get: async (key) => read(mark + key) ?? (await storage.get(key)),
    async set(key, value) {
      const page = write(mark + key, value);
      await storage.set(key, value);
      // Unless something newer stands there by now.
      if (page !== null && pages.getItem(mark + key) === page) pages.removeItem(mark + key);
    },
    async delete(key) {
      pages.removeItem(mark + key);
      await storage.delete(key);
    },
    async entries(prefix) {
      const held = new Map(await storage.entries(prefix));
      for (const key of writtenKeys()) {
        if (key.startsWith(prefix)) held.set(key, read(mark + key));
      }
      return [...held].toSorted(([a], [b]) => (a < b ? -1 : 1));
    },
  };

  /** What was written; nothing where someone else has written. */
  function read(page: string): unknown {
    try {
      return JSON.parse(pages?.getItem(page) ?? "") as unknown;
    } catch {
      return undefined;
    }
  }

  /** What was written; `null` when there is no room. */
  function write(page: string, value: unknown): string | null {
    const text = JSON.stringify(value);
    try {
      pages?.setItem(page, text);
      return text;
    } catch {
      return null;
    }
  }

  function writtenKeys(): string[] {
    return Array.from({ length: pages?.length ?? 0 }, (_, index) => pages?.key(index) ?? "")
      .filter((page) => page.startsWith(mark))
      .map((page) => page.slice(mark.length));
  }
}

/** `null` in workers and wherever a browser refuses. */
function localPages(): JournalPages | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}
