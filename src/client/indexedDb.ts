import { journaled } from "./journal.ts";
import type { ClientStorage } from "./storage.ts";

const storeName = "values";

/**
 * Keeps everything in the browser, for all tabs of this origin, in a database named `name`. Opened when it is
 * first needed. What it is given is kept even if the page is closed at once. Its promises reject with a
 * `DOMException` where the browser refuses to keep anything.
 */
export function indexedDbStorage(name = "snug"): ClientStorage {
  return journaled(name, databaseStorage(name));
}

function databaseStorage(name: string): ClientStorage {
  let opened: Promise<IDBDatabase> | null = null;
  // What could not be opened, or was closed by the browser, may be opened later.
  const forget = () => {
    opened = null;
  };
  async function store(mode?: IDBTransactionMode): Promise<IDBObjectStore> {
    opened ??= open(name, forget);
    opened.catch(forget);
    return (await opened).transaction(storeName, mode).objectStore(storeName);
  }
  return {
    get: async (key): Promise<unknown> => answer((await store()).get(key)),
    set: async (key, value) => {
      await committed((await store("readwrite")).put(value, key));
    },
    delete: async (key) => {
      await committed((await store("readwrite")).delete(key));
    },
    async entries(prefix) {
      const values = await store();
      const range = IDBKeyRange.bound(prefix, `${prefix}\uFFFF`);
      // Asked in one transaction, so that the two belong together.
      const [keys, found] = await Promise.all([
        answer(values.getAllKeys(range)),
        answer<unknown[]>(values.getAll(range)),
      ]);
      return keys
        .filter((key) => typeof key === "string")
        .map((key, index): [string, unknown] => [key, found[index]]);
    },
  };
}

async function open(name: string, onClosed: () => void): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.addEventListener("upgradeneeded", () => {
    request.result.createObjectStore(storeName);
  });
  const database = await answer(request);
  database.addEventListener("close", onClosed);
  return database;
}

function answer<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("No answer.")));
  });
}

/** A write counts when its transaction has ended well. */
function committed({ transaction }: IDBRequest): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction?.addEventListener("complete", () => resolve());
    transaction?.addEventListener("abort", () => {
      reject(transaction.error ?? new Error("Nothing was written."));
    });
  });
}
