import type { Readable } from "node:stream";

/**
 * The bytes of files, found by what they are: the same bytes are stored once, whoever sends them. Who may
 * read them is the store's to say (`fileFor`).
 */
export interface BlobStore {
  /** Resolves when the bytes would survive power loss. */
  put(content: Buffer | Readable): Promise<StoredBlob>;
  /** Of the whole, or of the bytes from `start` to `end`, both included. `null` when there is no such blob. */
  read(sha256: string, range?: { start: number; end: number }): Promise<Readable | null>;
  /** The hashes of all there are, in no order. */
  hashes(): Promise<string[]>;
}

export interface StoredBlob {
  /** In hexadecimal. */
  sha256: string;
  /** Bytes. */
  size: number;
}
