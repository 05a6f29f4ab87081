import { useQueryClient } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import type { CustomEmoji } from "../shared/emoji.ts";
import type { Snapshot } from "../shared/events.ts";
import type { JoinedRoom } from "../shared/rooms.ts";
import type { Me, User } from "../shared/users.ts";
import type { Workspace } from "../shared/workspace.ts";
import { readSnapshot, snapshotSubscription } from "./snapshotReaders.ts";

/** Everything one may see but messages; `undefined` until the client has connected once. */
export function useSnapshot(): Snapshot | undefined {
  return useSelected(whole);
}

/** Throws before the first snapshot, as `useMe` does: render what needs them once it is there. */
export function useWorkspace(): Workspace {
  return required(useSelected(workspaceOf));
}

/** The signed-in user. */
export function useMe(): User & Me {
  return required(useSelected(meOf));
}

/** The rooms that one is in, in no particular order. */
export function useRooms(): JoinedRoom[] {
  return useSelected(roomsOf) ?? noRooms;
}

/** `undefined` for a room that one is not in. */
export function useRoom(roomId: string): JoinedRoom | undefined {
  return useSelected(({ rooms }) => rooms.find(({ id }) => id === roomId));
}

/** Someone of the workspace; `undefined` as long as nobody is known by this id. */
export function useUser(userId: string): User | undefined {
  return useSelected(({ users }) => usersById(users).get(userId));
}

/** The workspace's own emoji by name; the same map until they change. */
export function useCustomEmoji(): ReadonlyMap<string, CustomEmoji> {
  return useSelected(emojiOf) ?? noEmoji;
}

/** Everyone in the workspace by id; the same map until someone changes. */
export function useUsers(): ReadonlyMap<string, User> {
  return useSelected(usersOf) ?? noUsers;
}

const noRooms: JoinedRoom[] = [];
const noEmoji: ReadonlyMap<string, CustomEmoji> = new Map();
const noUsers: ReadonlyMap<string, User> = new Map();

/** Renders again only when what `select` picks has changed: it must pick the same from the same. */
export function useSelected<Selected>(
  select: (snapshot: Snapshot) => Selected,
): Selected | undefined {
  const cache = useQueryClient();
  function read(): Selected | undefined {
    const snapshot = readSnapshot(cache);
    return snapshot && select(snapshot);
  }
  return useSyncExternalStore(snapshotSubscription(cache), read, read);
}

function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error("There is no snapshot yet.");
  return value;
}

function whole(snapshot: Snapshot): Snapshot {
  return snapshot;
}

function workspaceOf({ workspace }: Snapshot): Workspace {
  return workspace;
}

function roomsOf({ rooms }: Snapshot): JoinedRoom[] {
  return rooms;
}

function usersOf({ users }: Snapshot): ReadonlyMap<string, User> {
  return usersById(users);
}

const mine = new WeakMap<Me, { user: User; whole: User & Me }>();

function meOf({ me, users }: Snapshot): User & Me {
  const user = usersById(users).get(me.id);
  if (user === undefined) throw new Error("The snapshot does not hold its own user.");
  const known = mine.get(me);
  if (known?.user === user) return known.whole;
  const made = { ...user, ...me };
  mine.set(me, { user, whole: made });
  return made;
}

const emojiMaps = new WeakMap<CustomEmoji[], ReadonlyMap<string, CustomEmoji>>();

function emojiOf({ emoji }: Snapshot): ReadonlyMap<string, CustomEmoji> {
  const known = emojiMaps.get(emoji);
  if (known !== undefined) return known;
  const made = new Map(emoji.map((one) => [one.name, one]));
  emojiMaps.set(emoji, made);
  return made;
}

const maps = new WeakMap<User[], ReadonlyMap<string, User>>();

function usersById(users: User[]): ReadonlyMap<string, User> {
  const known = maps.get(users);
  if (known !== undefined) return known;
  const made = new Map(users.map((user) => [user.id, user]));
  maps.set(users, made);
  return made;
}
