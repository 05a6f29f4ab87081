import type { StoredBlob } from "../files/port.ts";
import type { LogState } from "./port.ts";

/**
 * What keeps stored data in good order: for the command line, on data that a server may be serving
 * meanwhile. Beside the store, because it has to work where the store does not open.
 */
export interface StoreUpkeep {
  /** Writes all of it as of one moment to a file, while others write. */
  copyTo(path: string, onProgress: (done: number, total: number) => void): Promise<void>;
  /** Looks at it as it lies, and changes nothing. Throws an `UpkeepError` when there is nothing to look at. */
  examine(): Promise<StoreReport>;
  /**
   * Puts what a copy holds in its place, brought to the newest schema and under a new epoch, so that
   * whoever saw what came after the copy starts over [RT6]. What was there is kept beside it; the result
   * says where. Throws an `UpkeepError`, and has changed nothing, when someone has the store open or
   * the copy is from a newer version.
   */
  replaceWith(path: string): Promise<{ keptAt: string | null }>;
}

export interface StoreReport {
  /** A sentence for each thing that is wrong. With any, the rest may be incomplete. */
  faults: string[];
  /** `null` when it cannot be read. */
  log: LogState | null;
  /** When the newest event was logged; `null` without one. */
  newestEventAt: string | null;
  /** The blobs that it refers to, each once. */
  blobs: StoredBlob[];
}

/** What a person can mend: its message says how. */
export class UpkeepError extends Error {
  override readonly name = "UpkeepError";
}
