import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/**
 * The latest change to any of the files and folders and all below them, in milliseconds since 1970;
 * 0 when none exists. A deletion counts, because it changes the folder.
 */
export async function newestChange(paths: readonly string[]): Promise<number> {
  const times = paths.map(async (path) => {
    const below = await readdir(path, { recursive: true }).catch(() => []);
    const changes = [path, ...below.map((name) => join(path, name))].map(changedAt);
    return Math.max(...(await Promise.all(changes)));
  });
  return Math.max(0, ...(await Promise.all(times)));
}

async function changedAt(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  return found?.mtimeMs ?? 0;
}
