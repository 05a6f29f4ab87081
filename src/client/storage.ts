/**
 * Where a client keeps what must survive it. Values are plain JSON. A storage may be shared by several
 * clients at once, such as the tabs of a browser.
 */
export interface ClientStorage {
  /** `undefined` for what is not there. */
  get(key: string): Promise<unknown>;
  /** Resolves when it would survive the client. */
  set(key: string, value: unknown): Promise<void>;
  /** What is not there is no error. */
  delete(key: string): Promise<void>;
  /** Everything whose key starts with `prefix`, in the order of the keys. */
  entries(prefix: string): Promise<[key: string, value: unknown][]>;
}

/** Keeps everything as long as the process lives. */
export function memoryStorage(): ClientStorage {
  const values = new Map<string, unknown>();
  return {
    get: async (key) => values.get(key),
    set: async (key, value) => {
      values.set(key, structuredClone(value));
    },
    delete: async (key) => {
      values.delete(key);
    },
    entries: async (prefix) =>
      [...values]
        .filter(([key]) => key.startsWith(prefix))
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  };
}
