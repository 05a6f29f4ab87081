import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach } from "vitest";
import { describeStore } from "../contract.ts";
import type { Store } from "../port.ts";
import { openSqliteStore } from "./index.ts";

const opened: { store: Store; folder: string }[] = [];

afterEach(async () => {
  for (const { store, folder } of opened.splice(0)) {
    await store[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  }
});

describeStore("an SQLite file", async () => {
  const folder = mkdtempSync(join(tmpdir(), "snug-store-"));
  const file = join(folder, "snug.db");
  const openFile = () => {
    const store = openSqliteStore({ file });
    opened.push({ store, folder });
    return store;
  };
  const store = openFile();
  return {
    store,
    async reopen() {
      await store[Symbol.asyncDispose]();
      return openFile();
    },
  };
});
