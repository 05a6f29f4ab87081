import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readdir, rename, rm } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

import type { BlobStore, StoredBlob } from "./port.ts";

const isHash = /^[0-9a-f]{64}$/;

/** Blobs as plain files, `ab/ab12…`, below a folder; written beside their place and moved there whole. */
export function openDiskBlobStore(folder: string): BlobStore {
  return {
    async put(content) {
      const incoming = join(folder, "incoming", randomUUID());
      await mkdir(dirname(incoming), { recursive: true });
      try {
        const blob = await write(incoming, content);
        const place = pathOf(blob.sha256);
        await mkdir(dirname(place), { recursive: true });
        await rename(incoming, place);
        await syncFolder(dirname(place));
        return blob;
      } finally {
        await rm(incoming, { force: true });
      }
    },

    async read(sha256, range) {
      if (!isHash.test(sha256)) return null;
      const file = await openIfThere(pathOf(sha256));
      return file && file.createReadStream(range);
    },

    async hashes() {
      const parts = (await namesIn(folder)).filter((name) => /^[0-9a-f]{2}$/.test(name));
      const names = await Promise.all(parts.map((part) => namesIn(join(folder, part))));
      return names.flat().filter((name) => isHash.test(name));
    },
  };

  function pathOf(sha256: string): string {
    return join(folder, sha256.slice(0, 2), sha256);
  }
}

async function write(path: string, content: Buffer | Readable): Promise<StoredBlob> {
  const hash = createHash("sha256");
  let size = 0;
  async function* measured(chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk);
      size += chunk.length;
      yield chunk;
    }
  }
  await using file = await open(path, "wx", 0o600);
  const source = content instanceof Readable ? content : Readable.from([content]);
  // `flush` is an fsync before the file is closed.
  await pipeline(source, measured, file.createWriteStream({ flush: true }));
  return { sha256: hash.digest("hex"), size };
}

/** The name of a new file is as durable as its folder is. */
async function syncFolder(path: string): Promise<void> {
  // Windows opens no folders, and has them durable without.
  if (process.platform === "win32") return;
  await using folder = await open(path, "r");
  await folder.sync();
}

async function openIfThere(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, "r");
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
