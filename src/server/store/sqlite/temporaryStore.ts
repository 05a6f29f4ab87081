import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Store } from "../port.ts";
import type { DatabaseOptions } from "./database.ts";
import { openSqliteStore } from "./index.ts";

/** For tests: a store on a real file in a folder of its own, gone with it. */
export interface TemporaryStore extends AsyncDisposable {
  file: string;
  store: Store;
  /** Another store on the same file, as another process has it. */
  openAnother: (options?: Pick<DatabaseOptions, "trace" | "sync">) => Store;
  /** Closes the store and opens the file anew. */
  reopen: () => Promise<Store>;
}

export function temporaryStore(
  options: Pick<DatabaseOptions, "trace" | "sync"> = {},
): TemporaryStore {
  const folder = mkdtempSync(join(tmpdir(), "snug-store-"));
  const file = join(folder, "snug.db");
  const opened: Store[] = [];
  const openAnother = (others: Pick<DatabaseOptions, "trace" | "sync"> = {}) => {
    const store = openSqliteStore({ file, ...others });
    opened.push(store);
    return store;
  };
  const closeAll = async () => {
    for (const store of opened.splice(0)) await store[Symbol.asyncDispose]();
  };
  return {
    file,
    store: openAnother(options),
    openAnother,
    async reopen() {
      await closeAll();
      return openAnother(options);
    },
    async [Symbol.asyncDispose]() {
      await closeAll();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
