import { randomBytes } from "node:crypto";

import { Passwords } from "../services/passwords.ts";
import { mintSecret, secretHash } from "../services/secrets.ts";
import type { ImportedMessage, Store } from "../store/port.ts";
import { minutesBefore, workdayBefore } from "./calendar.ts";
import type { Cast } from "./cast.ts";
import { idOf, idsOf } from "./cast.ts";
import { doWithMessages, keepOwnThings } from "./deeds.ts";
import type { Kept } from "./keepFiles.ts";
import { keepAvatars, keepEmoji, keepFiles } from "./keepFiles.ts";
import { lastWords, messagesOf } from "./messages.ts";
import type { DemoPerson } from "./people.ts";
import { others, owner, webhooks } from "./people.ts";
import { firstRoom, otherRooms } from "./rooms/index.ts";
import type { DemoRoom } from "./rooms/room.ts";
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
export async function fillDemo(kept: Kept, now: Date): Promise<FilledDemo> {
  const { store } = kept;
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
  const cast: Cast = {
    users: new Map([[owner.username, me.id]]),
    rooms: new Map([[firstRoom.key, roomId]]),
    files: new Map(),
  };
  await store.updateProfile(me.id, { bio: owner.bio, timeZone: owner.timeZone });
  const scenes = [firstRoom, ...otherRooms].map((room) => ({
    room,
    lines: readScript(room.script),
  }));
  const seen = lastWords(scenes, now);
  for (const person of others) {
    const lastSeenAt = seen.get(person.username)?.toISOString();
    cast.users.set(person.username, await join(store, person, { lastSeenAt, now }));
  }
  await store.addMembers(roomId, idsOf(cast.users, firstRoom.members));
  for (const room of otherRooms) cast.rooms.set(room.key, await open(store, room, { cast, now }));
  for (const { key, name, room } of webhooks) {
    const { botId } = await store.createIncomingWebhook({
      roomId: idOf(cast.rooms, room),
      name,
      createdBy: me.id,
      // Nobody knows it: a new address is one click away.
      secretHash: secretHash(mintSecret()),
    });
    cast.users.set(key, botId);
  }

  await keepEmoji(kept, me.id);
  await keepAvatars(kept, cast);
  await keepFiles(kept, scenes, cast);
  // Of all rooms together: what is newest is found by the order in which it came.
  const messages = scenes
    .flatMap((scene) => messagesOf(scene, cast, now))
    .toSorted((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt));
  const news = newsIn(cast, now);
  await store.importMessages(messages.filter((message) => !news(message)));
  await store.markImported([...cast.rooms.values()]);
  await store.importMessages(messages.filter(news));
  for (const scene of scenes) await doWithMessages(store, scene, cast);
  await keepOwnThings(store, cast);

  return {
    workspaceName: demoName,
    username: owner.username,
    password,
    users: cast.users.size,
    rooms: scenes.length,
    messages: messages.length,
  };
}

/** What was said since then is unread in the rooms that have news. */
const freshMinutes = 60;

function newsIn(cast: Cast, now: Date): (message: ImportedMessage) => boolean {
  const roomsWithNews = [firstRoom, ...otherRooms].filter(({ hasNews }) => hasNews);
  const roomIds = idsOf(
    cast.rooms,
    roomsWithNews.map(({ key }) => key),
  );
  const since = minutesBefore(now, freshMinutes).toISOString();
  return ({ roomId, createdAt }) => roomIds.includes(roomId) && createdAt >= since;
}

async function join(
  store: Store,
  person: DemoPerson,
  { lastSeenAt, now }: { lastSeenAt: string | undefined; now: Date },
): Promise<string> {
  const { userId } = await store.importUser({
    ...accountOf(person),
    key: `demo:${person.username}`,
    email: null,
    passwordHash: null,
    status: "active",
    bio: person.bio,
    timeZone: person.timeZone,
    ...(lastSeenAt === undefined ? {} : { lastSeenAt }),
  });
  const { status, quietMinutes } = person;
  if (status !== undefined) {
    const { emoji, text, minutes } = status;
    const expiresAt = minutes === undefined ? null : minutesBefore(now, -minutes).toISOString();
    await store.updateProfile(userId, { customStatus: { emoji, text, expiresAt } });
  }
  if (quietMinutes !== undefined) {
    const until = minutesBefore(now, -quietMinutes).toISOString();
    await store.setPresence(userId, { mode: "dnd", until });
  }
  return userId;
}

function accountOf({ username, displayName, role }: DemoPerson) {
  return { username, displayName, role };
}

async function open(
  store: Store,
  room: DemoRoom,
  { cast, now }: { cast: Cast; now: Date },
): Promise<string> {
  const { key, kind, name, topic, createdBy, members, isArchived = false } = room;
  const { roomId } = await store.importRoom({
    key: `demo:${key}`,
    kind,
    name,
    topic,
    createdBy: idOf(cast.users, createdBy),
    createdAt: workdayBefore(now, 15, 8 * 60).toISOString(),
    archived: isArchived,
    userIds: idsOf(cast.users, members),
  });
  return roomId;
}
