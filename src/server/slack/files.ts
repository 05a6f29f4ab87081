import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";

import { limits } from "../../shared/limits.ts";
import type { BlobStore } from "../files/port.ts";
import type { Imports } from "../store/port.ts";
import type { Archive } from "./archive.ts";
import { ArchiveError } from "./archive.ts";
import type { SlackFile } from "./records.ts";

export interface FilePlace {
  /** Of the message that it is on; with the file's id, its own key. */
  messageKey: string;
  roomId: string;
  uploadedBy: string;
}

/** Puts files whose bytes are in the archive where files are kept. */
export class FileImport {
  readonly problems: { file: string; reason: string }[] = [];
  readonly #archive: Archive;
  readonly #uploads: ReadonlyMap<string, string>;
  readonly #blobs: BlobStore | null;
  readonly #imports: Imports;

  /** Without `blobs` nothing is kept, as in a rehearsal. */
  constructor(
    archive: Archive,
    uploads: ReadonlyMap<string, string>,
    { blobs, imports }: { blobs: BlobStore | null; imports: Imports },
  ) {
    this.#archive = archive;
    this.#uploads = uploads;
    this.#blobs = blobs;
    this.#imports = imports;
  }

  /** The ids of those that came over, and the files of which there is only the link. */
  async attach(files: SlackFile[], place: FilePlace) {
    const attachmentIds: string[] = [];
    const linked: SlackFile[] = [];
    for (const file of files) {
      const room = attachmentIds.length < limits.attachmentsPerMessage;
      const id = room ? await this.#import(file, place) : undefined;
      if (id === undefined) linked.push(file);
      else attachmentIds.push(id);
    }
    return { attachmentIds, linked };
  }

  async #import(file: SlackFile, place: FilePlace): Promise<string | undefined> {
    const entry = file.id === undefined ? undefined : this.#uploads.get(file.id);
    if (entry === undefined) return undefined;
    if (this.#blobs === null) return entry;
    try {
      const { sha256, size } = await this.#blobs.put(await this.#archive.stream(entry));
      const attachment = await this.#imports.importFile({
        key: `${place.messageKey}:${file.id}`,
        name: (file.name || entry.slice(entry.lastIndexOf("/") + 1)).slice(0, 255),
        size,
        sha256,
        ...(await factsOf(this.#blobs, sha256)),
        uploadedBy: place.uploadedBy,
        roomId: place.roomId,
      });
      return attachment.id;
    } catch (error) {
      // What the disk refuses is not the archive's fault, and ends the import.
      if (!(error instanceof ArchiveError) && !isDamage(error)) throw error;
      this.problems.push({ file: entry, reason: error.message });
      return undefined;
    }
  }
}

/** zlib's and yauzl's complaints of bytes that are not what the archive says they are. */
function isDamage(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  return !("code" in error) || String(error.code).startsWith("Z_");
}

/** Told from the bytes: what an archive claims of a file is anyone's to write. */
async function factsOf(blobs: BlobStore, sha256: string) {
  const head = await bytesOf(blobs, sha256, { start: 0, end: 4099 });
  const type = (await fileTypeFromBuffer(head))?.mime ?? (isText(head) ? "text/plain" : binary);
  return { type, ...(type.startsWith("image/") ? await pixelsOf(blobs, sha256) : noPixels) };
}

const binary = "application/octet-stream";
const noPixels = { width: null, height: null };

async function pixelsOf(blobs: BlobStore, sha256: string) {
  try {
    const { autoOrient } = await sharp(await bytesOf(blobs, sha256)).metadata();
    return { width: autoOrient.width, height: autoOrient.height };
  } catch {
    return noPixels;
  }
}

function isText(bytes: Buffer): boolean {
  // The last character may be cut through.
  const text = new TextDecoder().decode(bytes).slice(0, -1);
  // eslint-disable-next-line no-control-regex -- control characters are how binary files look
  return !/[\uFFFD\u0000-\u0008\u000E-\u001A]/.test(text);
}

async function bytesOf(blobs: BlobStore, sha256: string, range?: { start: number; end: number }) {
  const chunks: Buffer[] = [];
  const stream = await blobs.read(sha256, range);
  for await (const chunk of stream ?? []) if (chunk instanceof Buffer) chunks.push(chunk);
  return Buffer.concat(chunks);
}
