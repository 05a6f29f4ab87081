import type { DBSchema, IDBPDatabase } from "idb";
import { openDB } from "idb";
import type { ClientStorage } from "./storage.ts";

interface Schema extends DBSchema {
  values: { key: string; value: unknown };
}

/** Keeps everything in the browser, for all tabs of this origin. Opened when it is first needed. */
export function indexedDbStorage(name = "snug"): ClientStorage {
  let opened: Promise<IDBPDatabase<Schema>> | null = null;
  // What could not be opened, or was closed by the browser, may be opened later.
  const forget = () => {
    opened = null;
  };
  const database = () => {
    opened ??= openDB<Schema>(name, 1, {
      upgrade: (created) => void created.createObjectStore("values"),
      terminated: forget,
    });
    opened.catch(forget);
    return opened;
  };
  return {
    get: async (key): Promise<unknown> => (await database()).get("values", key),
    set: async (key, value) => {
      await (await database()).put("values", value, key);
    },
    delete: async (key) => {
      await (await database()).delete("values", key);
    },
    async entries(prefix) {
      const store = (await database()).transaction("values").store;
      const range = IDBKeyRange.bound(prefix, `${prefix}\uFFFF`);
      const [keys, found] = await Promise.all([store.getAllKeys(range), store.getAll(range)]);
      return keys.map((key, index): [string, unknown] => [key, found[index]]);
    },
  };
}
