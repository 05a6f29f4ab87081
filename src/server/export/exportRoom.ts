import { createWriteStream, existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

import type { Message } from "../../shared/messages.ts";
import { roomInWords } from "../../shared/roomInWords.ts";
import { roomNamed } from "../../shared/roomNamed.ts";
import type { Inspector } from "../files/port.ts";
import type { KeptRoom, StoreMoment } from "../store/upkeep.ts";
import { UpkeepError } from "../store/upkeep.ts";
import type { Names } from "./bodyHtml.ts";
import { hashesOf, roomPage } from "./roomPage.ts";

export interface ExportedRoom {
  path: string;
  room: { id: string; title: string };
  messages: number;
}

export interface ExportRoomOptions {
  moment: StoreMoment;
  inspector: Inspector;
  /** Its name, with or without the #, or its id. */
  room: string;
  /** A file that is not there yet. */
  to: string;
  onProgress: (done: number, total: number) => void;
}

/** Writes a room as a page to read and to print. The file appears under its name when it is whole. */
export async function exportRoom(options: ExportRoomOptions): Promise<ExportedRoom> {
  const { moment, inspector, onProgress } = options;
  const path = resolve(options.to);
  if (existsSync(path)) throw new UpkeepError(`${path} is there already. Give another name.`);
  const { workspace } = moment;
  if (workspace === null) throw new UpkeepError("There is no workspace to export yet.");
  const rooms: KeptRoom[] = [];
  for await (const room of moment.rooms()) rooms.push(room);
  const room = namedIn(rooms, options.room);
  const names = await namesIn(moment, rooms);
  const hashes = await hashesOf(moment.files(), room.id);
  const title = titleOf(room, names);
  let messages = 0;
  async function* counted(): AsyncIterable<Message> {
    for await (const message of moment.conversation(room.id)) {
      yield message;
      messages += 1;
      // Of one room it is not known how many there are: how far the log is read is a good measure.
      onProgress(Math.min(message.seq, moment.log.head), moment.log.head);
    }
  }
  const page = roomPage({
    workspaceName: workspace.name,
    room,
    title,
    messages: counted(),
    names,
    sha256Of: ({ id }) => hashes.get(id) ?? null,
    inspector,
    at: new Date(),
  });
  const partial = `${path}.partial`;
  try {
    const file = createWriteStream(partial, { mode: 0o600, flush: true });
    await pipeline(Readable.from(page), file);
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  return { path, room: { id: room.id, title }, messages };
}

function namedIn(rooms: readonly KeptRoom[], text: string): KeptRoom {
  const room = roomNamed(rooms, text);
  if (room !== undefined) return room;
  throw new UpkeepError(`There is no room "${text}". "snug room list" lists them, with their ids.`);
}

/** A direct room is named after its people. */
function titleOf({ kind, name, directUserIds }: KeptRoom, names: Names): string {
  const people = directUserIds.map((id) => names.user(id)).join(", ");
  return roomInWords({ kind, name: kind === "direct" ? people : name });
}

async function namesIn(moment: StoreMoment, rooms: readonly KeptRoom[]): Promise<Names> {
  const users = new Map<string, string>();
  for await (const { id, displayName } of moment.users()) users.set(id, displayName);
  const roomNames = new Map(rooms.map(({ id, name }) => [id, name]));
  return {
    user: (id) => users.get(id) ?? "someone",
    room: (id) => roomNames.get(id) || "a room",
  };
}
