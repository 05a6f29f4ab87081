import { parseArgs } from "node:util";

import type { z } from "zod";

import type { OpenWorkspace } from "../server/main.ts";
import { roomNamed as findRoom } from "../shared/roomNamed.ts";
import type { Room, RoomUpdate } from "../shared/rooms.ts";
import { roomCreateSchema, roomUpdateSchema } from "../shared/rooms.ts";
import type { User } from "../shared/users.ts";
import type { Answer } from "./answer.ts";
import { print } from "./answer.ts";
import { CommandError, UsageError } from "./command.ts";
import { table } from "./table.ts";
import { userNamed } from "./userNamed.ts";
import { requireSetUp, withWorkspace } from "./workspace.ts";

export const usage = `Usage: snug room list
       snug room create NAME [--private] [--topic TEXT] [--admin PERSON]
       snug room rename ROOM NAME
       snug room topic ROOM TEXT
       snug room members ROOM
       snug room add ROOM PERSON…
       snug room remove ROOM PERSON…
       snug room archive ROOM
       snug room unarchive ROOM
       snug room delete ROOM --yes
       each with [--json]

Acts on the rooms of the workspace in DATA_DIR (./data), private ones too, while it is served or not. ROOM is a name
or an id, PERSON a username or an e-mail address.

  list        every room, direct ones too
  create      makes a room, of which PERSON is the admin and first member (an owner of the workspace)
  rename      calls it something else
  topic       says what it is about; an empty TEXT takes that away
  members     who is in it
  add         adds people, guests and bots
  remove      removes them; what they wrote stays
  archive     leaves it to be read, and not to be written in
  unarchive   lets people write in it again
  delete      deletes it with all that was said in it, for good`;

interface Wishes {
  private?: boolean;
  topic?: string;
  admin?: string;
  yes?: boolean;
}

interface Action {
  /** How many words follow it: at least, and at most. */
  words: [least: number, most: number];
  /** The options that it takes. */
  takes?: (keyof Wishes)[];
  run(workspace: OpenWorkspace, words: string[], wishes: Wishes): Promise<Answer>;
}

const actions: ReadonlyMap<string, Action> = new Map<string, Action>([
  ["list", { words: [0, 0], run: list }],
  ["create", { words: [1, 1], takes: ["private", "topic", "admin"], run: create }],
  ["rename", { words: [2, 2], run: rename }],
  ["topic", { words: [2, 2], run: setTopic }],
  ["members", { words: [1, 1], run: members }],
  ["add", { words: [2, Infinity], run: add }],
  ["remove", { words: [2, Infinity], run: remove }],
  ["archive", { words: [1, 1], run: archive }],
  ["unarchive", { words: [1, 1], run: unarchive }],
  ["delete", { words: [1, 1], takes: ["yes"], run: deleteRoom }],
]);

export async function run(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      private: { type: "boolean" },
      topic: { type: "string" },
      admin: { type: "string" },
      yes: { type: "boolean" },
      json: { type: "boolean" },
    },
  });
  const { json, ...wishes } = values;
  const [name = "", ...words] = positionals;
  const action = actions.get(name);
  if (action === undefined) {
    throw new UsageError(`Say what to do: ${Array.from(actions.keys()).join(", ")}.`);
  }
  const [least, most] = action.words;
  const isTaken = (wish: string) => action.takes?.some((taken) => taken === wish) ?? false;
  if (words.length < least || words.length > most || !Object.keys(wishes).every(isTaken)) {
    throw new UsageError(`That is not how to call "snug room ${name}".`);
  }
  const answer = await withWorkspace(async (workspace) => {
    await requireSetUp(workspace);
    return await action.run(workspace, words, wishes);
  });
  print(answer, json);
}

async function list({ store }: OpenWorkspace): Promise<Answer> {
  const rooms = await store.allRooms();
  const usernames = new Map((await store.accounts()).map(({ id, username }) => [id, username]));
  const rows = rooms.map((room) => [
    titleOf(room, usernames),
    room.kind,
    String(room.memberCount),
    room.archivedAt === null ? "" : "archived",
    room.id,
  ]);
  return { text: table(["NAME", "KIND", "MEMBERS", "", "ID"], rows), json: rooms };
}

/** A direct room is named after its people. */
function titleOf(
  { kind, name, directUserIds }: Room,
  usernames: ReadonlyMap<string, string>,
): string {
  if (kind !== "direct") return name;
  return directUserIds.map((id) => usernames.get(id) ?? id).join(", ");
}

async function create(
  workspace: OpenWorkspace,
  [name = ""]: string[],
  wishes: Wishes,
): Promise<Answer> {
  const wanted = checked(roomCreateSchema, {
    name,
    kind: wishes.private === true ? "private" : "public",
    topic: wishes.topic,
  });
  const admin =
    wishes.admin === undefined
      ? await anOwner(workspace)
      : await userNamed(workspace, wishes.admin);
  const room = await workspace.services.rooms.create(admin, wanted);
  return { text: `${room.name} is there now, and ${admin.username} its admin.`, json: room };
}

/** The one who was there first. */
async function anOwner({ store }: OpenWorkspace): Promise<User> {
  const owners = (await store.accounts())
    .filter(({ role, status }) => role === "owner" && status === "active")
    .toSorted((one, other) => (one.createdAt < other.createdAt ? -1 : 1));
  const [owner] = owners;
  if (owner === undefined) throw new CommandError("Say who is its admin: --admin PERSON.");
  return owner;
}

async function rename(workspace: OpenWorkspace, [name = "", next = ""]: string[]): Promise<Answer> {
  const before = await roomNamed(workspace, name);
  const room = await update(workspace, { roomId: before.id, name: next });
  return { text: `${before.name} is called ${room.name} now.`, json: room };
}

async function setTopic(
  workspace: OpenWorkspace,
  [name = "", topic = ""]: string[],
): Promise<Answer> {
  const { id: roomId } = await roomNamed(workspace, name);
  const room = await update(workspace, { roomId, topic });
  const text =
    room.topic === "" ? `${room.name} has no topic now.` : `${room.name} is about: ${room.topic}`;
  return { text, json: room };
}

function update({ services, operator }: OpenWorkspace, wanted: RoomUpdate): Promise<Room> {
  return services.rooms.update(operator, checked(roomUpdateSchema, wanted));
}

function checked<Value>(schema: z.ZodType<Value>, wanted: unknown): Value {
  const parsed = schema.safeParse(wanted);
  if (parsed.success) return parsed.data;
  const { path, message } = parsed.error.issues[0] ?? { path: [], message: "" };
  throw new CommandError(`That is no ${path.join(".")} for a room: ${message}`);
}

async function members(workspace: OpenWorkspace, [name = ""]: string[]): Promise<Answer> {
  return membersOf(workspace, await roomNamed(workspace, name));
}

async function membersOf(workspace: OpenWorkspace, room: Room): Promise<Answer> {
  const { store, services, operator } = workspace;
  const accounts = new Map((await store.accounts()).map((account) => [account.id, account]));
  const there = (await services.rooms.members(operator, room.id)).map((member) => {
    const { username = member.userId, displayName = "" } = accounts.get(member.userId) ?? {};
    return { username, displayName, ...member };
  });
  const rows = there.map(({ username, displayName, role, joinedAt }) => [
    username,
    displayName,
    role,
    joinedAt,
  ]);
  return { text: table(["USERNAME", "NAME", "ROLE", "SINCE"], rows), json: there };
}

async function add(workspace: OpenWorkspace, [name = "", ...people]: string[]): Promise<Answer> {
  const { services, operator } = workspace;
  const room = await roomNamed(workspace, name);
  const users = await usersNamed(workspace, people);
  const userIds = users.map(({ id }) => id);
  await services.rooms.invite(operator, { roomId: room.id, userIds });
  return membersOf(workspace, room);
}

async function remove(workspace: OpenWorkspace, [name = "", ...people]: string[]): Promise<Answer> {
  const { services, operator } = workspace;
  const room = await roomNamed(workspace, name);
  for (const { id: userId } of await usersNamed(workspace, people)) {
    await services.rooms.remove(operator, { roomId: room.id, userId });
  }
  return membersOf(workspace, room);
}

async function archive(workspace: OpenWorkspace, [name = ""]: string[]): Promise<Answer> {
  const { id: roomId } = await roomNamed(workspace, name);
  const room = await workspace.services.rooms.archive(workspace.operator, {
    roomId,
    archived: true,
  });
  return { text: `${room.name} is archived: it can be read, but not written in.`, json: room };
}

async function unarchive(workspace: OpenWorkspace, [name = ""]: string[]): Promise<Answer> {
  const { id: roomId } = await roomNamed(workspace, name);
  const room = await workspace.services.rooms.archive(workspace.operator, {
    roomId,
    archived: false,
  });
  return { text: `${room.name} can be written in again.`, json: room };
}

async function deleteRoom(
  workspace: OpenWorkspace,
  [name = ""]: string[],
  { yes }: Wishes,
): Promise<Answer> {
  const { services, operator } = workspace;
  const room = await roomNamed(workspace, name);
  if (yes !== true) {
    throw new CommandError(
      `All that was said in ${room.name} would be gone for good. Say --yes to do so, or archive it.`,
    );
  }
  await services.rooms.delete(operator, room.id);
  return { text: `${room.name} is gone, with all that was said in it.`, json: room };
}

async function roomNamed({ store }: OpenWorkspace, text: string): Promise<Room> {
  const room = findRoom(await store.allRooms(), text);
  if (room !== undefined) return room;
  throw new CommandError(
    `There is no room "${text}". "snug room list" lists them, with their ids.`,
  );
}

/** All of them, before anything is done to one. */
function usersNamed(workspace: OpenWorkspace, names: string[]): Promise<User[]> {
  return Promise.all(names.map((name) => userNamed(workspace, name)));
}
