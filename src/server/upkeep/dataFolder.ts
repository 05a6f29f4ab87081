import type { BlobStore, Inspector } from "../files/port.ts";
import type { StoreUpkeep } from "../store/upkeep.ts";

/** Everything that a workspace is, at rest. A backup is such a folder too, with a manifest beside. */
export interface DataFolder {
  path: string;
  /** Where the store lies in it. */
  storeFile: string;
  store: StoreUpkeep;
  blobs: BlobStore;
  inspector: Inspector;
}

export type OnProgress = (stage: "database" | "files", done: number, total: number) => void;
