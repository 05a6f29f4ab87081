import type { Readable } from "node:stream";

import type { Entry, ZipFile } from "yauzl";
import { getFileNameLowLevel, openPromise, validateFileName } from "yauzl";

/** Bounds that a hostile or broken zip file runs into before it exhausts the machine. */
export const archiveLimits = {
  entries: 1_000_000,
  /** Bytes of one JSON file, unpacked: it is parsed in memory. A busy room's day is some 100 KB. */
  json: 128 * 1024 * 1024,
  /** Bytes of one uploaded file, unpacked. */
  file: 1024 * 1024 * 1024,
} as const;

/** Why an archive, or one entry of it, cannot be read: a sentence for whoever brought it. */
export class ArchiveError extends Error {
  override name = "ArchiveError";
}

/**
 * A zip file that is read where it lies: nothing is ever unpacked to the disk, so an entry's name is
 * never a path on this machine. Names that try to be one (`../`, `/etc`) are left out and listed.
 */
export interface Archive extends AsyncDisposable {
  /** Names of the files in it, without folders. */
  readonly names: readonly string[];
  /** Entries left out for their names. */
  readonly unsafeNames: readonly string[];
  size(name: string): number;
  /** Throws an `ArchiveError` for what is missing, too large, encrypted or no JSON. */
  json(name: string): Promise<unknown>;
  /** The caller reads it to its end or destroys it. */
  stream(name: string): Promise<Readable>;
}

export async function openArchive(path: string): Promise<Archive> {
  const zip = await openZip(path);
  try {
    const { entries, unsafeNames } = await listEntries(zip);
    return archiveOf(zip, entries, unsafeNames);
  } catch (error) {
    zip.close();
    throw error instanceof ArchiveError
      ? error
      : new ArchiveError("The zip file is damaged: its list of files cannot be read.");
  }
}

async function openZip(path: string): Promise<ZipFile> {
  try {
    // With decodeStrings yauzl would give up on the whole file at the first unsafe name.
    return await openPromise(path, { autoClose: false, decodeStrings: false });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT") throw new ArchiveError("There is no such file.");
    if (code === "EISDIR") throw new ArchiveError("This is a folder: give the zip file itself.");
    if (typeof code === "string") throw new ArchiveError(`The file cannot be read (${code}).`);
    throw new ArchiveError("This is not a zip file, or its end is missing.");
  }
}

async function listEntries(zip: ZipFile) {
  const entries = new Map<string, Entry>();
  const unsafeNames: string[] = [];
  if (zip.entryCount > archiveLimits.entries) {
    throw new ArchiveError(`The zip file has more than ${archiveLimits.entries} entries.`);
  }
  for await (const entry of zip.eachEntry()) {
    const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry;
    const name = getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);
    if (name.endsWith("/")) continue;
    if (validateFileName(name) === null) entries.set(name, entry);
    else unsafeNames.push(name);
  }
  return { entries, unsafeNames };
}

function archiveOf(zip: ZipFile, entries: Map<string, Entry>, unsafeNames: string[]): Archive {
  async function open(name: string, limit: number): Promise<Readable> {
    const entry = entries.get(name);
    if (entry === undefined) throw new ArchiveError(`${name} is not in the archive.`);
    if (entry.isEncrypted()) throw new ArchiveError("It is encrypted.");
    // The size is what the entry claims; yauzl fails the stream where the bytes turn out to differ.
    if (entry.uncompressedSize > limit) {
      throw new ArchiveError(`It is larger than ${Math.round(limit / 1024 / 1024)} MB.`);
    }
    return await zip.openReadStreamPromise(entry);
  }

  return {
    names: [...entries.keys()],
    unsafeNames,
    size: (name) => entries.get(name)?.uncompressedSize ?? 0,
    stream: (name) => open(name, archiveLimits.file),

    async json(name) {
      const text = await textOf(await open(name, archiveLimits.json));
      try {
        const value: unknown = JSON.parse(text);
        return value;
      } catch {
        throw new ArchiveError("It is not valid JSON.");
      }
    },

    async [Symbol.asyncDispose]() {
      zip.close();
    },
  };
}

async function textOf(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of stream) if (chunk instanceof Buffer) chunks.push(chunk);
  } catch {
    throw new ArchiveError("It is damaged.");
  }
  return Buffer.concat(chunks)
    .toString("utf8")
    .replace(/^\uFEFF/, "");
}
