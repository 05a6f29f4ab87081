import { SnugError } from "../../shared/errors.ts";
import type {
  BrowsedRoom,
  JoinedRoom,
  Member,
  MemberRole,
  Membership,
  Room,
  RoomCreate,
  RoomPreferencesUpdate,
  RoomUpdate,
  Unread,
} from "../../shared/rooms.ts";
import type { User } from "../../shared/users.ts";
import type { Store } from "../store/port.ts";
import type { Operator } from "./access.ts";
import { forbidden, found, isOnlyAdded, operator, runsWorkspace } from "./access.ts";

type Actor = User | Operator;
type ReadState = Pick<Membership, "readSeq" | "unreadCount" | "mentionCount">;

export function createRooms(store: Store) {
  return {
    get: visibleRoom,

    browse(actor: User, archived: boolean): Promise<BrowsedRoom[]> {
      return store.browseRooms(actor.id, archived);
    },

    async members(actor: Actor, roomId: string): Promise<Member[]> {
      await visibleRoom(actor, roomId);
      return store.members(roomId);
    },

    async create(actor: User, room: RoomCreate): Promise<JoinedRoom> {
      if (isOnlyAdded(actor)) throw forbidden("Guests and bots cannot create rooms.");
      const userIds = [...new Set(room.userIds)];
      return store.createRoom({ ...room, userIds, createdBy: actor.id });
    },

    async openDirect(actor: User, userIds: string[]): Promise<JoinedRoom> {
      if (isOnlyAdded(actor)) await requireSharedRooms(actor, userIds);
      return store.openDirect(actor.id, [...new Set([actor.id, ...userIds])]);
    },

    async update(actor: Actor, { roomId, ...update }: RoomUpdate): Promise<Room> {
      const room = await visibleRoom(actor, roomId);
      requireNamed(room, "A direct room is named after its people.");
      if (update.name !== undefined) await requireManager(actor, room);
      else if (actor !== operator && !runsWorkspace(actor)) await memberRoom(actor, roomId);
      return store.updateRoom(roomId, update);
    },

    async join(actor: User, roomId: string): Promise<JoinedRoom> {
      const room = await visibleRoom(actor, roomId);
      requireOpen(room);
      await store.addMembers(roomId, [actor.id]);
      return found(await store.joinedRoom(actor.id, roomId), "room");
    },

    async leave(actor: User, roomId: string): Promise<void> {
      const room = await memberRoom(actor, roomId);
      requireNamed(room, "A direct room cannot be left.");
      await store.removeMember(roomId, actor.id, "left");
    },

    async invite(
      actor: Actor,
      { roomId, userIds }: { roomId: string; userIds: string[] },
    ): Promise<void> {
      const room = await memberRoom(actor, roomId);
      requireNamed(room, "Nobody can be added to a direct room: open one with everybody in it.");
      requireOpen(room);
      await store.addMembers(roomId, [...new Set(userIds)]);
    },

    async remove(
      actor: Actor,
      { roomId, userId }: { roomId: string; userId: string },
    ): Promise<void> {
      const room = await visibleRoom(actor, roomId);
      requireNamed(room, "Nobody can be removed from a direct room.");
      await requireManager(actor, room);
      found(await store.memberRole(userId, roomId), "member");
      await store.removeMember(roomId, userId, "removed");
    },

    async setMemberRole(
      actor: User,
      { roomId, userId, role }: { roomId: string; userId: string; role: MemberRole },
    ): Promise<void> {
      const room = await visibleRoom(actor, roomId);
      requireNamed(room, "A direct room has no admins.");
      await requireManager(actor, room);
      found(await store.memberRole(userId, roomId), "member");
      await store.setMemberRole(roomId, userId, role);
    },

    async setPreferences(actor: User, { roomId, ...update }: RoomPreferencesUpdate): Promise<void> {
      await memberRoom(actor, roomId);
      await store.setPreferences(actor.id, roomId, update);
    },

    async archive(
      actor: Actor,
      { roomId, archived }: { roomId: string; archived: boolean },
    ): Promise<Room> {
      await roomToClose(actor, roomId);
      return store.archiveRoom(roomId, archived);
    },

    async delete(actor: Actor, roomId: string): Promise<void> {
      await roomToClose(actor, roomId);
      await store.deleteRoom(roomId);
    },

    async unread(actor: User): Promise<Unread> {
      const { rooms } = await store.snapshot(actor.id);
      const unread = rooms
        .map(({ id, membership: { readSeq, unreadCount, mentionCount }, lastMessageSeq }) => ({
          roomId: id,
          readSeq,
          unreadCount,
          mentionCount,
          lastMessageSeq,
        }))
        .filter(({ unreadCount, mentionCount }) => unreadCount > 0 || mentionCount > 0);
      const sum = (count: "unreadCount" | "mentionCount") =>
        unread.reduce((total, room) => total + room[count], 0);
      return { unreadCount: sum("unreadCount"), mentionCount: sum("mentionCount"), rooms: unread };
    },

    async markRead(
      actor: User,
      { roomId, seq }: { roomId: string; seq: number },
    ): Promise<ReadState> {
      await memberRoom(actor, roomId);
      return store.markRead(actor.id, roomId, seq, false);
    },

    /** `seq` is the first message's that is to be unread. */
    async markUnread(
      actor: User,
      { roomId, seq }: { roomId: string; seq: number },
    ): Promise<ReadState> {
      await memberRoom(actor, roomId);
      return store.markRead(actor.id, roomId, Math.max(0, seq - 1), true);
    },
  };

  function visibleRoom(actor: Actor, roomId: string): Promise<Room> {
    return roomWithin(actor, roomId, "visible");
  }

  function memberRoom(actor: Actor, roomId: string): Promise<Room> {
    return roomWithin(actor, roomId, "member");
  }

  async function roomWithin(
    actor: Actor,
    roomId: string,
    scope: "visible" | "member",
  ): Promise<Room> {
    if (actor !== operator) return found(await store.room(actor.id, roomId, scope), "room");
    const rooms = await store.allRooms();
    return found(rooms.find(({ id }) => id === roomId) ?? null, "room");
  }

  async function requireManager(actor: Actor, room: Room): Promise<void> {
    if (actor === operator || runsWorkspace(actor)) return;
    if ((await store.memberRole(actor.id, room.id)) !== "admin") {
      throw forbidden("Only admins of this room may do this.");
    }
  }

  /** A room that the actor may archive or delete. */
  async function roomToClose(actor: Actor, roomId: string): Promise<void> {
    const room = await visibleRoom(actor, roomId);
    requireNamed(room, "A direct room stays with its people.");
    await requireManager(actor, room);
    if ((await store.workspace())?.firstRoomId === roomId) {
      throw forbidden("Everyone new lands in this room, so it has to stay.");
    }
  }

  /** Guests and bots write only to people whom they already meet somewhere. */
  async function requireSharedRooms(guest: User, userIds: string[]): Promise<void> {
    const known = new Set([guest.id]);
    for (const { id, joined } of await store.browseRooms(guest.id, false)) {
      if (!joined) continue;
      for (const { userId } of await store.members(id)) known.add(userId);
    }
    if (!userIds.every((userId) => known.has(userId))) {
      throw forbidden("Guests and bots can write only to people in their rooms.");
    }
  }
}

function requireNamed(room: Room, otherwise: string): void {
  if (room.kind === "direct") throw forbidden(otherwise);
}

function requireOpen(room: Room): void {
  if (room.archivedAt !== null) throw new SnugError("ROOM_ARCHIVED", "This room is archived.");
}
