import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

import type { BlobStore, StoredBlob } from "../files/port.ts";
import type { StoreReport } from "../store/upkeep.ts";

/** What lies under a hash, as its bytes say; `null` when there is nothing. */
export async function measureBlob(blobs: BlobStore, sha256: string): Promise<StoredBlob | null> {
  const content = await blobs.read(sha256);
  return content && (await measure(content));
}

export function measureFile(path: string): Promise<StoredBlob> {
  return measure(createReadStream(path));
}

/** Hashes that the database refers to and nothing lies under. */
export function missingBlobs({ blobs }: StoreReport, there: ReadonlySet<string>): string[] {
  return blobs.map(({ sha256 }) => sha256).filter((sha256) => !there.has(sha256));
}

async function measure(content: Readable): Promise<StoredBlob> {
  const hash = createHash("sha256");
  let size = 0;
  await pipeline(content, async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      hash.update(chunk);
      size += chunk.length;
    }
  });
  return { sha256: hash.digest("hex"), size };
}
