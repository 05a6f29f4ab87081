import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { resolve } from "node:path";

import { UpkeepError } from "../store/upkeep.ts";
import { measureFile, missingBlobs } from "./blobs.ts";
import type { DataFolder, OnProgress } from "./dataFolder.ts";
import type { Manifest } from "./manifest.ts";
import { writeManifest } from "./manifest.ts";

export interface Backup {
  path: string;
  manifest: Manifest;
  /** A sentence for each thing that is wrong with the data, and so with the backup. */
  faults: string[];
}

export interface BackUpOptions {
  from: DataFolder;
  /** A folder that is new or empty. */
  to: string;
  openFolder: (path: string) => DataFolder;
  onProgress: OnProgress;
}

/**
 * Copies everything, as of one moment, while people write. The folder appears under its name when it is
 * whole and on the disk: what was cut off is never taken for a backup.
 */
export async function backUp({ from, to, openFolder, onProgress }: BackUpOptions): Promise<Backup> {
  const path = resolve(to);
  await requireEmpty(path);
  const partial = `${path}.partial`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true, mode: 0o700 });
  try {
    const copy = openFolder(partial);
    await from.store.copyTo(copy.storeFile, (done, total) => onProgress("database", done, total));
    // After the database: what that refers to by then was there before it.
    const files = await copyBlobs(from, copy, onProgress);
    const report = await copy.store.examine();
    const missing = missingBlobs(report, files.copied);
    const manifest: Manifest = {
      format: "snug-backup-1",
      createdAt: new Date().toISOString(),
      database: { ...(await measureFile(copy.storeFile)), events: report.log?.head ?? 0 },
      files: { count: files.copied.size, size: files.size },
      missing,
    };
    await writeManifest(partial, manifest);
    await rm(path, { recursive: true, force: true });
    await rename(partial, path);
    const gone = missing.map((sha256) => `The file ${sha256} is gone or damaged.`);
    return { path, manifest, faults: [...report.faults, ...gone] };
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw error;
  }
}

async function requireEmpty(path: string): Promise<void> {
  const names = await readdir(path).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw new UpkeepError(`${path} cannot be a backup's folder.`, { cause: error });
  });
  if (names.length > 0) {
    throw new UpkeepError(`There is something in ${path}. Give a folder that is new or empty.`);
  }
}

/** Storing a copy hashes it: what is damaged does not count as copied. */
async function copyBlobs(
  from: DataFolder,
  to: DataFolder,
  onProgress: OnProgress,
): Promise<{ copied: Set<string>; size: number }> {
  const hashes = await from.blobs.hashes();
  const copied = new Set<string>();
  let size = 0;
  for (const [index, sha256] of hashes.entries()) {
    onProgress("files", index, hashes.length);
    const content = await from.blobs.read(sha256);
    if (content === null) continue;
    const blob = await to.blobs.put(content);
    if (blob.sha256 !== sha256) continue;
    copied.add(sha256);
    size += blob.size;
  }
  onProgress("files", hashes.length, hashes.length);
  return { copied, size };
}
