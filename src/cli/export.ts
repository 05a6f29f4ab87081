import { parseArgs } from "node:util";

import type { Exported } from "../server/export/exportAll.ts";
import type { ExportedRoom } from "../server/export/exportRoom.ts";
import { CommandError, UsageError } from "./command.ts";
import { showProgress } from "./progress.ts";
import { withData } from "./workspace.ts";

export const usage = `Usage: snug export FOLDER [--json]
       snug export FILE.html --room ROOM [--json]

Writes what the workspace in DATA_DIR (./data) holds for people and programs other than Snug, as of one
moment, while it is served and people write. Private and direct rooms are in it too.

  FOLDER        everything: JSON Lines by kind, and the files; new or empty
  FILE.html     one room as a page to read and to print, which needs nothing else
  --room ROOM   its name or its id; "snug room list" lists them
  --json        prints what was written as JSON

The command ends with 1 when the bytes of a file are gone or damaged; the rest is written nevertheless.
docs/export.md describes the format. To go back to what was, make backups instead.`;

export async function run(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: "boolean" }, room: { type: "string" } },
  });
  const [to, ...others] = positionals;
  if (to === undefined || others.length > 0)
    throw new UsageError("Say where to: one folder or file.");
  if (values.room === undefined && isPage(to)) throw new UsageError("Say which room: --room ROOM.");
  if (values.room === undefined) await all(to, values.json === true);
  else await oneRoom(values.room, { to, json: values.json === true });
}

async function all(to: string, json: boolean): Promise<void> {
  const exported = await withData(async (openFolder) => {
    const { exportAll } = await import("../server/export/exportAll.ts");
    const { store, blobs } = openFolder();
    using moment = store.openMoment();
    using progress = showProgress();
    return await exportAll({
      moment,
      blobs,
      to,
      onProgress: (stage, done, total) => progress.show(`Writing the ${stage}`, done, total),
    });
  });
  console.log(json ? JSON.stringify(exported, null, 2) : describe(exported));
  const { missing } = exported.manifest;
  if (missing.length > 0) {
    const lines = missing.map((path) => `The bytes of ${path} are gone or damaged.`);
    throw new CommandError(`Not all was well with the data:\n${lines.join("\n")}`);
  }
}

function describe({ path, manifest: { records } }: Exported): string {
  const { users = 0, rooms = 0, messages = 0, files = 0 } = records;
  return `Exported to ${path}: ${users} users, ${rooms} rooms, ${messages} messages and ${files} files.`;
}

async function oneRoom(room: string, { to, json }: { to: string; json: boolean }): Promise<void> {
  if (!isPage(to)) throw new UsageError("Give the page a name that ends with .html.");
  const exported: ExportedRoom = await withData(async (openFolder) => {
    const { exportRoom } = await import("../server/export/exportRoom.ts");
    const { store, inspector } = openFolder();
    using moment = store.openMoment();
    using progress = showProgress();
    return await exportRoom({
      moment,
      inspector,
      room,
      to,
      onProgress: (done, total) => progress.show("Writing the room", done, total),
    });
  });
  const { path, messages } = exported;
  console.log(
    json
      ? JSON.stringify(exported, null, 2)
      : `Wrote ${exported.room.title} with ${messages} messages to ${path}.`,
  );
}

function isPage(path: string): boolean {
  return /\.html?$/i.test(path);
}
