import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";

import type { BlobStore } from "../files/port.ts";
import { UpkeepError } from "../store/upkeep.ts";
import { measureBlob, measureFile, missingBlobs } from "./blobs.ts";
import type { DataFolder, OnProgress } from "./dataFolder.ts";
import type { Manifest } from "./manifest.ts";
import { readManifest } from "./manifest.ts";

export interface Restored {
  manifest: Manifest;
  /** Where the database that was there before lies now. */
  keptAt: string | null;
}

export interface RestoreOptions {
  backup: DataFolder;
  into: DataFolder;
  onProgress: OnProgress;
}

/**
 * Verifies all of a backup, then puts it in the place of the data. Files that are there already stay:
 * what they hold is in their names. Throws an `UpkeepError`, with nothing lost, when the backup is not
 * whole or Snug is running.
 */
export async function restore({ backup, into, onProgress }: RestoreOptions): Promise<Restored> {
  const manifest = await readManifest(backup.path);
  const hashes = await verify(backup, manifest, onProgress);
  await mkdir(into.path, { recursive: true, mode: 0o700 });
  for (const sha256 of hashes) {
    const content = await backup.blobs.read(sha256);
    if (content !== null) await into.blobs.put(content);
  }
  // Last, and at once: until then the data is what it was.
  const { keptAt } = await into.store.replaceWith(backup.storeFile);
  return { manifest, keptAt };
}

async function verify(
  { storeFile, store, blobs }: DataFolder,
  manifest: Manifest,
  onProgress: OnProgress,
): Promise<Set<string>> {
  onProgress("database", 0, 1);
  const database = existsSync(storeFile) ? await measureFile(storeFile) : null;
  if (database?.sha256 !== manifest.database.sha256) {
    throw new UpkeepError("The backup's database is not what was backed up: it is damaged.");
  }
  const report = await store.examine();
  onProgress("database", 1, 1);
  if (report.faults.length > 0) {
    throw new UpkeepError(`The backup's database is not sound. ${report.faults.join(" ")}`);
  }
  const hashes = await verifyBlobs(blobs, onProgress);
  const known = new Set(manifest.missing);
  const missing = missingBlobs(report, hashes).filter((hash) => !known.has(hash));
  if (missing.length > 0 || hashes.size < manifest.files.count) {
    throw new UpkeepError("The backup is not whole: some of its files are gone.");
  }
  return hashes;
}

async function verifyBlobs(blobs: BlobStore, onProgress: OnProgress): Promise<Set<string>> {
  const hashes = await blobs.hashes();
  for (const [index, sha256] of hashes.entries()) {
    onProgress("files", index, hashes.length);
    if ((await measureBlob(blobs, sha256))?.sha256 !== sha256) {
      throw new UpkeepError(`The backup's file ${sha256} is damaged.`);
    }
  }
  onProgress("files", hashes.length, hashes.length);
  return new Set(hashes);
}
