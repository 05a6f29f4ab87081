import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { z } from "zod";

import { timeSchema } from "../../shared/ids.ts";
import { UpkeepError } from "../store/upkeep.ts";

const count = z.number().int().nonnegative();

/** What a backup says of itself: enough to tell whether all of it is still there. */
const manifestSchema = z.object({
  format: z.literal("snug-backup-1"),
  createdAt: timeSchema,
  database: z.object({ size: count, sha256: z.string(), events: count }),
  files: z.object({ count, size: count }),
  /** Hashes of files that the database refers to and that were gone when the backup was made. */
  missing: z.array(z.string()),
});
export type Manifest = z.infer<typeof manifestSchema>;

export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  await writeFile(join(folder, "backup.json"), text, { mode: 0o600, flush: true });
}

/** Throws an `UpkeepError` where there is none. */
export async function readManifest(folder: string): Promise<Manifest> {
  try {
    return manifestSchema.parse(JSON.parse(await readFile(join(folder, "backup.json"), "utf8")));
  } catch (error) {
    throw new UpkeepError(`${folder} is no backup: it holds no backup.json that can be read.`, {
      cause: error,
    });
  }
}
