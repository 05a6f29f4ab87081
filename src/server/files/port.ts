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
  /**
   * Removes what has lain untouched for `idleMs` and is not among those that `used` picks from the hashes
   * it is given; and what broken uploads left.
   */
  sweep(idleMs: number, used: (hashes: string[]) => Promise<readonly string[]>): Promise<void>;
}

/** Tells what stored bytes are. Nothing that anyone claims of them counts. */
export interface Inspector {
  /** The media type of what begins like this; `sampleBytes` of it are enough. */
  typeOf(start: Uint8Array): Promise<string>;
  /** Pixels as they are seen, of pictures that can be read. */
  inspect(sha256: string): Promise<FileFacts>;
  /** A small picture in WebP; `null` when none can be made of it. */
  thumbnail(sha256: string): Promise<Readable | null>;
  /** The middle of a picture as a WebP of so many pixels each way; `null` when none can be made of it. */
  square(sha256: string, pixels: number): Promise<Buffer | null>;
}

export interface FileFacts {
  type: string;
  width: number | null;
  height: number | null;
}

/** What telling a type takes. */
export const sampleBytes = 4100;

export interface StoredBlob {
  /** In hexadecimal. */
  sha256: string;
  /** Bytes. */
  size: number;
}
