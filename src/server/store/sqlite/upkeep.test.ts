import { dirname, join } from "node:path";

import Connection from "better-sqlite3";
import { expect, it } from "vitest";

import { temporaryStore } from "./temporaryStore.ts";
import { sqliteUpkeep } from "./upkeep.ts";

it("copies one moment, however often others write meanwhile", async () => {
  await using temporary = temporaryStore();
  const writer = new Connection(temporary.file);
  writer.exec("CREATE TABLE padding (bytes); INSERT INTO padding VALUES (zeroblob(40000000))");
  const copy = join(dirname(temporary.file), "copy.sqlite");
  let steps = 0;
  await sqliteUpkeep(temporary.file).copyTo(copy, () => {
    steps += 1;
    writer.exec("INSERT INTO padding VALUES (1)");
  });
  writer.close();
  expect(steps).toBe(3);
  const copied = new Connection(copy, { readonly: true });
  expect(copied.prepare("SELECT count(*) AS rows FROM padding").get()).toEqual({ rows: 1 });
  copied.close();
});
