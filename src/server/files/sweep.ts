import { randomUUID } from "node:crypto";
import { mkdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";

import { incomingPath, isHash, isMissing, namesIn, partsOf } from "./places.ts";

/** What is being written is written to all the time: for so long untouched, it was left. */
const abandonedMs = 10 * 60_000;

export interface Sweep {
  /** What has lain for as long untouched may go. */
  idleMs: number;
  /** Those of these hashes that something refers to. */
  used: (hashes: string[]) => Promise<readonly string[]>;
}

/** Removes what nobody uses, a folder at a time, and what broken uploads left. */
export async function sweepFolder(root: string, { idleMs, used }: Sweep): Promise<void> {
  const now = Date.now();
  for (const left of await oldFiles(incomingPath(root), now - abandonedMs)) {
    await rm(incomingPath(root, left), { force: true });
  }
  for (const part of await partsOf(root)) {
    const before = now - idleMs;
    const old = (await oldFiles(join(root, part), before)).filter((name) => isHash(hashOf(name)));
    if (old.length === 0) continue;
    const kept = new Set(await used(old.map(hashOf)));
    for (const name of old) {
      if (!kept.has(hashOf(name))) await removeOld(root, join(part, name), before);
    }
  }
}

/** A thumbnail is named after its picture. */
function hashOf(name: string): string {
  return name.slice(0, 64);
}

async function oldFiles(folder: string, before: number): Promise<string[]> {
  const old: string[] = [];
  for (const name of await namesIn(folder)) {
    const facts = await stat(join(folder, name)).catch(missing);
    if (facts !== null && facts.mtimeMs < before) old.push(name);
  }
  return old;
}

/**
 * Bytes that come a second time are written anew, and whoever is just about to refer to them finds them
 * young. They may come while we look: what was taken away is looked at once more, and put back.
 */
async function removeOld(root: string, name: string, before: number): Promise<void> {
  const path = join(root, name);
  const aside = incomingPath(root, randomUUID());
  await mkdir(dirname(aside), { recursive: true });
  const moved = await rename(path, aside).then(() => stat(aside), missing);
  if (moved === null) return;
  if (moved.mtimeMs < before) await rm(aside);
  else await rename(aside, path);
}

/** It may go while we look. */
function missing(error: unknown): null {
  if (isMissing(error)) return null;
  throw error;
}
