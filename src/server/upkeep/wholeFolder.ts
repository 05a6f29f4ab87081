import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { resolve } from "node:path";

import { UpkeepError } from "../store/upkeep.ts";

/**
 * Lets `write` fill a folder that appears at `to` when it is whole: what was cut off is never taken for one.
 * Refuses with an `UpkeepError` where there is something already; `what` is the folder's, as in "a backup's".
 */
export async function writeWholeFolder<Result>(
  to: string,
  what: string,
  write: (partial: string) => Promise<Result>,
): Promise<Result & { path: string }> {
  const path = resolve(to);
  await requireEmpty(path, what);
  const partial = `${path}.partial`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true, mode: 0o700 });
  try {
    const result = await write(partial);
    await rm(path, { recursive: true, force: true });
    await rename(partial, path);
    return { ...result, path };
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw error;
  }
}

async function requireEmpty(path: string, what: string): Promise<void> {
  const names = await readdir(path).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw new UpkeepError(`${path} cannot be ${what} folder.`, { cause: error });
  });
  if (names.length > 0) {
    throw new UpkeepError(`There is something in ${path}. Give a folder that is new or empty.`);
  }
}
