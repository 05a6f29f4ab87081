import { open } from "node:fs/promises";
import { join } from "node:path";

import { median } from "../report/statistics.ts";
import { temporaryFolder } from "./folder.ts";

const writes = 500;

/** Milliseconds that a page of 4 KB takes to reach the disk of the data, written over and synced: the median. */
export async function syncTime(): Promise<number> {
  await using folder = await temporaryFolder();
  await using file = await open(join(folder.path, "page"), "w");
  const page = Buffer.alloc(4096, "snug");
  const times: number[] = [];
  for (let count = 0; count < writes; count += 1) {
    const startedAt = performance.now();
    await file.write(page, 0, page.length, 0);
    await file.datasync();
    times.push(performance.now() - startedAt);
  }
  return median(times);
}
