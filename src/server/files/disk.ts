import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

import { blobPath, incomingPath, isHash, namesIn, openIfThere, partsOf } from "./places.ts";
import type { BlobStore, StoredBlob } from "./port.ts";
import { sweepFolder } from "./sweep.ts";

/** Blobs as plain files, `ab/ab12…`, below a folder; written beside their place and moved there whole. */
export function openDiskBlobStore(folder: string): BlobStore {
  return {
    async put(content) {
      const incoming = incomingPath(folder, randomUUID());
      await mkdir(dirname(incoming), { recursive: true });
      try {
        const blob = await write(incoming, content);
        const place = blobPath(folder, blob.sha256);
        await mkdir(dirname(place), { recursive: true });
        await rename(incoming, place);
        await syncFolder(dirname(place));
        return blob;
      } finally {
        await rm(incoming, { force: true });
      }
    },

    async read(sha256, range) {
      if (!isHash(sha256)) return null;
      const file = await openIfThere(blobPath(folder, sha256));
      return file && file.createReadStream(range);
    },

    async hashes() {
      const parts = await partsOf(folder);
      const names = await Promise.all(parts.map((part) => namesIn(join(folder, part))));
      return names.flat().filter(isHash);
    },

    sweep: (idleMs, used) => sweepFolder(folder, { idleMs, used }),
  };
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
