import { randomBytes } from "node:crypto";

import { Passwords } from "../services/passwords.ts";
import type { ImportedMessage, Store } from "../store/port.ts";
import { minutesBefore, workdayBefore } from "./calendar.ts";
import { others, owner } from "./people.ts";
import { firstRoom, otherRooms } from "./rooms/index.ts";
import type { DemoRoom } from "./rooms/room.ts";
import type { Line } from "./script.ts";
import { readScript } from "./script.ts";

export const demoName = "Tansy (demo)";

export interface FilledDemo {
  workspaceName: string;
  /** Of the owner. */
  username: string;
  /** Made up anew each time: a demo that someone puts on the internet has no password that all know. */
  password: string;
  users: number;
  rooms: number;
  messages: number;
}

/**
 * Sets up an empty workspace and fills it with a small team's last three weeks, as of `now`. Throws
 * `ALREADY_SET_UP` when there is a workspace.
 */
export async function fillDemo(store: Store, now: Date): Promise<FilledDemo> {
  const password = randomBytes(12).toString("base64url");
  const { owner: me, roomId } = await store.setUpWorkspace({
    workspaceName: demoName,
    demo: true,
    owner: {
      ...accountOf(owner),
      email: "demo@example.com",
      passwordHash: await new Passwords().hash(password),
    },
    room: { name: firstRoom.name, topic: firstRoom.topic, welcome: "" },
  });
  const cast: Cast = { users: new Map([[owner.username, me.id]]), rooms: new Map() };
  await store.updateProfile(me.id, { bio: owner.bio, timeZone: owner.timeZone });
  for (const person of others) cast.users.set(person.username, await join(store, person));

  cast.rooms.set(firstRoom.key, roomId);
  await store.addMembers(roomId, idsOf(cast, firstRoom.members));
  for (const room of otherRooms) cast.rooms.set(room.key, await open(store, room, cast, now));

  const rooms = [firstRoom, ...otherRooms];
  const messages = rooms.flatMap((room) => messagesOf(room, cast, now));
  const isNews = ({ createdAt, roomId: id }: ImportedMessage) =>
    newsRooms(rooms, cast).has(id) && createdAt >= minutesBefore(now, freshMinutes).toISOString();
  await store.importMessages(messages.filter((message) => !isNews(message)));
  await store.markImported([...cast.rooms.values()]);
  await store.importMessages(messages.filter(isNews));

  return {
    workspaceName: demoName,
    username: owner.username,
    password,
    users: cast.users.size,
    rooms: rooms.length,
    messages: messages.length,
  };
}

/** What was said since then is unread in the rooms that have news. */
const freshMinutes = 60;

/** Our ids by the names that scripts use. */
interface Cast {
  users: Map<string, string>;
  rooms: Map<string, string>;
}

async function join(store: Store, person: (typeof others)[number]): Promise<string> {
  const { userId } = await store.importUser({
    ...accountOf(person),
    key: `demo:${person.username}`,
    email: null,
    passwordHash: null,
    status: "active",
    bio: person.bio,
    timeZone: person.timeZone,
  });
  if (person.status !== undefined) {
    await store.updateProfile(userId, { customStatus: { ...person.status, expiresAt: null } });
  }
  return userId;
}

function accountOf({ username, displayName, role }: (typeof others)[number]) {
  return { username, displayName, role };
}

async function open(store: Store, room: DemoRoom, cast: Cast, now: Date): Promise<string> {
  const { key, kind, name, topic, createdBy, members, isArchived = false } = room;
  const { roomId } = await store.importRoom({
    key: `demo:${key}`,
    kind,
    name,
    topic,
    createdBy: idOf(cast.users, createdBy),
    createdAt: workdayBefore(now, 15, 8 * 60).toISOString(),
    archived: isArchived,
    userIds: idsOf(cast, members),
  });
  return roomId;
}

/** A room's messages in the order of their times, replies among them. */
function messagesOf(room: DemoRoom, cast: Cast, now: Date): ImportedMessage[] {
  const roomId = idOf(cast.rooms, room.key);
  const messages = readScript(room.script).flatMap((line, index) => {
    const key = `demo:${room.key}:${index}`;
    const root = toMessage(line, { key, roomId, threadRootKey: null });
    const replies = line.replies.map((reply, number) =>
      toMessage(reply, { key: `${key}:${number}`, roomId, threadRootKey: key }),
    );
    return [root, ...replies];
  });
  return messages.toSorted((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt));

  function toMessage(
    line: Line,
    place: Pick<ImportedMessage, "key" | "roomId" | "threadRootKey">,
  ): ImportedMessage {
    const time = timeOf(line, now);
    return {
      ...place,
      authorId: idOf(cast.users, line.author),
      authorName: null,
      body: withIds(line.body, cast),
      createdAt: time.toISOString(),
      editedAt: line.isEdited ? new Date(time.getTime() + 90_000).toISOString() : null,
      reactions: line.reactions.map(({ emoji, names }) => ({ emoji, userIds: idsOf(cast, names) })),
      attachmentIds: [],
    };
  }
}

function timeOf({ day, minute }: Line, now: Date): Date {
  return day === 0 ? minutesBefore(now, minute) : workdayBefore(now, day, minute);
}

function newsRooms(rooms: DemoRoom[], cast: Cast): Set<string> {
  return new Set(rooms.filter(({ hasNews }) => hasNews).map(({ key }) => idOf(cast.rooms, key)));
}

function withIds(body: string, { users, rooms }: Cast): string {
  return body
    .replace(/<@([\w-]+)>/g, (_, name: string) => `<@${idOf(users, name)}>`)
    .replace(/<#([\w-]+)>/g, (_, name: string) => `<#${idOf(rooms, name)}>`);
}

function idsOf({ users }: Cast, names: readonly string[]): string[] {
  return names.map((name) => idOf(users, name));
}

function idOf(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`The demo's scripts name ${name}, who is not in them.`);
  return id;
}
