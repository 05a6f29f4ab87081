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
import { forbidden, found, isOnlyAdded, runsWorkspace } from "./access.ts";

type ReadState = Pick<Membership, "readSeq" | "unreadCount" | "mentionCount">;

export function createRooms(store: Store) {
  return {
    get: visibleRoom,

    browse(actor: User, archived: boolean): Promise<BrowsedRoom[]> {
      return store.browseRooms(actor.id, archived);
    },

    async members(actor: User, roomId: string): Promise<Member[]> {
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

    async update(actor: User, { roomId, ...update }: RoomUpdate): Promise<Room> {
      const room = await visibleRoom(actor, roomId);
      requireNamed(room, "A direct room is named after its people.");
      if (update.name !== undefined) await requireManager(actor, room);
      else if (!runsWorkspace(actor)) await memberRoom(actor, roomId);
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
      actor: User,
      { roomId, userIds }: { roomId: string; userIds: string[] },
    ): Promise<void> {
      const room = await memberRoom(actor, roomId);
      requireNamed(room, "Nobody can be added to a direct room: open one with everybody in it.");
      requireOpen(room);
      await store.addMembers(roomId, [...new Set(userIds)]);
    },

    async remove(
      actor: User,
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
      actor: User,
      { roomId, archived }: { roomId: string; archived: boolean },
    ): Promise<Room> {
      await roomToClose(actor, roomId);
      return store.archiveRoom(roomId, archived);
    },

    async delete(actor: User, roomId: string): Promise<void> {
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

  async function visibleRoom(actor: User, roomId: string): Promise<Room> {
    return found(await store.room(actor.id, roomId, "visible"), "room");
  }

  async function memberRoom(actor: User, roomId: string): Promise<Room> {
    return found(await store.room(actor.id, roomId, "member"), "room");
  }

  async function requireManager(actor: User, room: Room): Promise<void> {
    if (runsWorkspace(actor)) return;
    if ((await store.memberRole(actor.id, room.id)) !== "admin") {
      throw forbidden("Only admins of this room may do this.");
    }
  }

  /** A room that the actor may archive or delete. */
  async function roomToClose(actor: User, roomId: string): Promise<void> {
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
