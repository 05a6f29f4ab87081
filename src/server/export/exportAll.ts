import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

import type { Workspace } from "../../shared/workspace.ts";
import type { BlobStore } from "../files/port.ts";
import type { StoreMoment } from "../store/upkeep.ts";
import { UpkeepError } from "../store/upkeep.ts";
import { writeWholeFolder } from "../upkeep/wholeFolder.ts";
import { avatarPath, emojiPath, filePath } from "./paths.ts";

export interface Exported {
  path: string;
  manifest: ExportManifest;
}

/** What stands in `export.json`: docs/export.md tells what is in the other files. */
export interface ExportManifest {
  format: "snug-export-1";
  createdAt: string;
  /** The cursor that all of it is true at. */
  cursor: string;
  workspace: Workspace;
  /** Lines of each file. */
  records: Record<string, number>;
  /** Paths of files whose bytes are gone or damaged. */
  missing: string[];
}

export interface ExportOptions {
  moment: StoreMoment;
  blobs: BlobStore;
  /** A folder that is new or empty. */
  to: string;
  onProgress: (stage: "messages" | "files", done: number, total: number) => void;
}

/**
 * Writes all of a moment to a folder, in constant memory: JSON Lines by kind, and the files. The folder
 * appears under its name when it is whole.
 */
export async function exportAll(options: ExportOptions): Promise<Exported> {
  const { workspace, log } = options.moment;
  if (workspace === null) throw new UpkeepError("There is no workspace to export yet.");
  return writeWholeFolder(options.to, "an export's", async (partial) => {
    for (const name of ["files", "emoji", "avatars"]) {
      await mkdir(join(partial, name), { mode: 0o700 });
    }
    const { records, missing } = await writeRecords(partial, options);
    const manifest: ExportManifest = {
      format: "snug-export-1",
      createdAt: new Date().toISOString(),
      cursor: `${log.epoch}:${log.head}`,
      workspace,
      records,
      missing,
    };
    const json = `${JSON.stringify(manifest, null, 2)}\n`;
    await writeFile(join(partial, "export.json"), json, { mode: 0o600, flush: true });
    return { manifest };
  });
}

async function writeRecords(folder: string, { moment, blobs, onProgress }: ExportOptions) {
  const records: Record<string, number> = {};
  const missing: string[] = [];

  async function write(name: string, items: AsyncIterable<object>): Promise<void> {
    let lines = 0;
    async function* jsonLines() {
      for await (const item of items) {
        lines += 1;
        yield `${JSON.stringify(item)}\n`;
      }
    }
    const file = createWriteStream(join(folder, `${name}.jsonl`), { mode: 0o600, flush: true });
    await pipeline(Readable.from(jsonLines()), file);
    records[name] = lines;
  }
  /** Each with its bytes. */
  async function* withPaths<Item extends { sha256: string }>(
    items: AsyncIterable<Item>,
    pathOf: (item: Item) => string,
  ) {
    for await (const item of items) {
      const path = pathOf(item);
      if (!(await copyBlob(blobs, item.sha256, join(folder, path)))) missing.push(path);
      yield { ...item, path };
    }
  }

  await write("users", moment.users());
  await write("bots", moment.bots());
  await write("commands", moment.commands());
  await write("rooms", moment.rooms());
  await write(
    "messages",
    counted(moment.messages(), (done) => onProgress("messages", done, moment.counts.messages)),
  );
  await write("saved", moment.saved());
  await write("followed", moment.followed());
  await write(
    "files",
    withPaths(
      counted(moment.files(), (done) => onProgress("files", done, moment.counts.files)),
      filePath,
    ),
  );
  await write("emoji", withPaths(moment.emoji(), emojiPath));
  await write("avatars", withPaths(moment.avatars(), avatarPath));
  await write("incoming-webhooks", moment.incomingWebhooks());
  await write("outgoing-webhooks", moment.outgoingWebhooks());
  return { records, missing };
}

async function* counted<Item>(
  items: AsyncIterable<Item>,
  onDone: (done: number) => void,
): AsyncIterable<Item> {
  let done = 0;
  for await (const item of items) {
    yield item;
    done += 1;
    onDone(done);
  }
}

/** False when they are gone or damaged; what there is of them is copied. */
async function copyBlob(blobs: BlobStore, sha256: string, path: string): Promise<boolean> {
  const content = await blobs.read(sha256);
  if (content === null) return false;
  const hash = createHash("sha256");
  await pipeline(
    content,
    async function* hashed(chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        yield chunk;
      }
    },
    createWriteStream(path, { mode: 0o600 }),
  );
  return hash.digest("hex") === sha256;
}
