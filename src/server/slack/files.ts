import { limits } from "../../shared/limits.ts";
import type { BlobStore, Inspector } from "../files/port.ts";
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

/** Where files are kept, and what tells what they are: what an archive claims is anyone's to write. */
export interface FileTarget {
  blobs: BlobStore;
  inspector: Inspector;
}

/** Puts files whose bytes are in the archive where files are kept. */
export class FileImport {
  readonly problems: { file: string; reason: string }[] = [];
  readonly #archive: Archive;
  readonly #uploads: ReadonlyMap<string, string>;
  readonly #files: FileTarget | null;
  readonly #imports: Imports;

  /** Without `files` nothing is kept, as in a rehearsal. */
  constructor(
    archive: Archive,
    uploads: ReadonlyMap<string, string>,
    { files, imports }: { files: FileTarget | null; imports: Imports },
  ) {
    this.#archive = archive;
    this.#uploads = uploads;
    this.#files = files;
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
    if (this.#files === null) return entry;
    const { blobs, inspector } = this.#files;
    try {
      const { sha256, size } = await blobs.put(await this.#archive.stream(entry));
      const attachment = await this.#imports.importFile({
        key: `${place.messageKey}:${file.id}`,
        name: (file.name || entry.slice(entry.lastIndexOf("/") + 1)).slice(0, 255),
        size,
        sha256,
        ...(await inspector.inspect(sha256)),
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
