import type { z } from "zod";

import type { Archive } from "./archive.ts";
import { ArchiveError } from "./archive.ts";
import type { SlackMessage, SlackRoom, SlackUser } from "./records.ts";
import { listOf, slackMessageSchema, slackRoomSchema, slackUserSchema } from "./records.ts";

/** A room of the export, and the files of its messages: one per day on which something was said. */
export interface ExportedRoom {
  record: SlackRoom;
  kind: "public" | "private" | "direct";
  days: string[];
}

export interface SlackExport {
  /** What the ids are of: the team's id, or `archive` in an export that does not tell it. */
  team: string;
  users: SlackUser[];
  rooms: ExportedRoom[];
  /** Names of uploaded files in the archive by their Slack id, as some export tools add them. */
  uploads: ReadonlyMap<string, string>;
  /** Files of the archive that are of no use here, counted by what they are. */
  ignored: ReadonlyMap<string, number>;
  /** Throws an `ArchiveError` for a file that cannot be read as messages. */
  messages(day: string): Promise<{ messages: SlackMessage[]; unreadable: number }>;
}

const lists = [
  ["channels.json", "public"],
  ["groups.json", "private"],
  ["mpims.json", "direct"],
  ["dms.json", "direct"],
] as const;

/** Reads what an archive says of its people and rooms. Throws an `ArchiveError` when it is no export. */
export async function readExport(archive: Archive): Promise<SlackExport> {
  const root = rootOf(archive);
  const users = await readList(archive, `${root}users.json`, slackUserSchema);
  const rooms: ExportedRoom[] = [];
  for (const [file, kind] of lists) {
    const records = await readList(archive, root + file, slackRoomSchema);
    for (const record of records) rooms.push({ record, kind, days: [] });
  }
  return {
    team: teamOf(users),
    users,
    rooms,
    ...sortFiles(archive, root, rooms),

    async messages(day) {
      const items = await archive.json(day);
      if (!Array.isArray(items)) throw new ArchiveError("It holds no list of messages.");
      const messages = listOf(slackMessageSchema).parse(items);
      return { messages, unreadable: items.length - messages.length };
    },
  };
}

/** Exports that were unpacked and zipped anew often lie in a folder. */
function rootOf({ names }: Archive): string {
  const lists = /^(?!__MACOSX\/)(?:.*\/)?(?=(?:channels|groups|dms|mpims)\.json$)/;
  const roots = names.flatMap((name) => lists.exec(name)?.[0] ?? []);
  const [root] = roots.toSorted((a, b) => a.length - b.length);
  if (root === undefined) {
    throw new ArchiveError("This zip file is no Slack export: there is no channels.json in it.");
  }
  return root;
}

async function readList<Schema extends z.ZodType>(archive: Archive, name: string, schema: Schema) {
  if (!archive.names.includes(name)) return [];
  try {
    return listOf(schema).parse(await archive.json(name));
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    throw new ArchiveError(`${name} in the archive cannot be read. ${error.message}`);
  }
}

/** Of people from other teams in shared rooms there are fewer than of one's own. */
function teamOf(users: SlackUser[]): string {
  const counts = new Map<string, number>();
  for (const { team_id } of users) {
    if (team_id !== undefined) counts.set(team_id, (counts.get(team_id) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return most?.[0] ?? "archive";
}

/** Gives each file of the archive to the room or upload that it belongs to, or says what it is. */
function sortFiles(archive: Archive, root: string, rooms: ExportedRoom[]) {
  // Folders are named after rooms, those of direct messages and of some tools after their ids.
  const folders = new Map<string, ExportedRoom>();
  for (const room of rooms) if (room.record.name) folders.set(room.record.name, room);
  for (const room of rooms) folders.set(room.record.id, room);
  const uploads = new Map<string, string>();
  const ignored = new Map<string, number>();
  function ignore(reason: string): void {
    ignored.set(reason, (ignored.get(reason) ?? 0) + 1);
  }

  for (const name of archive.names) {
    const path = name.startsWith(root) ? name.slice(root.length) : name;
    const slash = path.indexOf("/");
    const room = slash < 0 ? undefined : folders.get(path.slice(0, slash));
    const upload = uploadId(path);
    if (isList(path) || /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$)/.test(path)) continue;
    if (upload !== undefined) uploads.set(upload, name);
    else if (/\/\d{4}-\d{2}-\d{2}\.json$/.test(path) && room) room.days.push(name);
    else if (path.endsWith(".json") && slash > 0 && !room)
      ignore("days of rooms that no list names");
    else
      ignore(
        knownFiles.get(path) ?? (path.includes("canvas") ? "canvases" : "files of other kinds"),
      );
  }
  for (const { days } of rooms) days.sort();
  if (archive.unsafeNames.length > 0) {
    ignored.set("files whose names try to leave the archive", archive.unsafeNames.length);
  }
  return { uploads, ignored };
}

const knownFiles = new Map([
  ["integration_logs.json", "logs of integrations"],
  ["canvases.json", "canvases"],
  ["lists.json", "lists"],
  ["file_conversations.json", "lists of files"],
  ["huddle_transcripts.json", "transcripts of huddles"],
  ["org_users.json", "lists of other teams' people"],
]);

function isList(path: string): boolean {
  return path === "users.json" || lists.some(([file]) => file === path);
}

/** `__uploads/ID/name` and `room/attachments/ID-name`. */
function uploadId(path: string): string | undefined {
  return /(?:^|\/)(?:__uploads\/([^/]+)\/|attachments\/(F[A-Z0-9]+)-)[^/]+$/
    .exec(path)
    ?.slice(1)
    .find((id) => id !== undefined);
}
