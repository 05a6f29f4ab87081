import type { FileHandle } from "node:fs/promises";
import { open, readdir } from "node:fs/promises";
import { join } from "node:path";

/** Where bytes lie on disk, below the folder of all files. */
export function blobPath(folder: string, sha256: string): string {
  return join(folder, sha256.slice(0, 2), sha256);
}

/** Beside what it shows, so that both go together. */
export function thumbnailPath(folder: string, sha256: string): string {
  return `${blobPath(folder, sha256)}.webp`;
}

/** What is still being written, or just being removed. */
export function incomingPath(folder: string, name = ""): string {
  return join(folder, "incoming", name);
}

/** The folders that blobs lie in. */
export async function partsOf(folder: string): Promise<string[]> {
  return (await namesIn(folder)).filter((name) => /^[0-9a-f]{2}$/.test(name));
}

export function isHash(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}

export async function openIfThere(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, "r");
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Of a folder that may not be there. */
export async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

export function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
