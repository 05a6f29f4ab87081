import { measureFile, missingBlobs } from "./blobs.ts";
import type { DataFolder, OnProgress } from "./dataFolder.ts";
import type { Manifest } from "./manifest.ts";
import { writeManifest } from "./manifest.ts";
import { writeWholeFolder } from "./wholeFolder.ts";

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

/** Copies everything, as of one moment, while people write. The folder appears when it is whole and on the disk. */
export async function backUp({ from, to, openFolder, onProgress }: BackUpOptions): Promise<Backup> {
  return writeWholeFolder(to, "a backup's", async (partial) => {
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
    const gone = missing.map((sha256) => `The file ${sha256} is gone or damaged.`);
    return { manifest, faults: [...report.faults, ...gone] };
  });
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
