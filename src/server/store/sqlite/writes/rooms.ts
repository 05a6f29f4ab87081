import { eq } from "drizzle-orm";
import { SnugError } from "../../../../shared/errors.ts";
import type { JoinedRoom, Room } from "../../../../shared/rooms.ts";
import type { Store } from "../../port.ts";
import type { Database } from "../database.ts";
import type { Log } from "../logWriter.ts";
import { nameKey } from "../nameKey.ts";
import { joinedRoomOrThrow, members, roomRowOrThrow, toRoom } from "../reads/rooms.ts";
import { workspace } from "../reads/workspace.ts";
import { rooms } from "../schema/rooms.ts";
import { forgetImportedRoom } from "./importKeys.ts";
import { announceRoom, existing, insertMembership, join } from "./joining.ts";
import { directRoomId, insertDirect, insertRoom } from "./newRooms.ts";
import { announceWorkspace } from "./workspace.ts";

export function createRoom(
  db: Database,
  room: Parameters<Store["createRoom"]>[0],
  log: Log,
): JoinedRoom {
  const userIds = existing(db, [room.createdBy, ...room.userIds]);
  const roomId = insertRoom(db, { ...room, createdAt: log.at });
  for (const userId of userIds) {
    const role = userId === room.createdBy ? "admin" : "member";
    insertMembership(db, { userId, roomId, role }, log.at);
  }
  announceRoom(db, roomId, userIds, log);
  return joinedRoomOrThrow(db, room.createdBy, roomId);
}

/** The room of exactly these people. Who had left it is in it again. */
export function openDirect(
  db: Database,
  { openedBy, userIds }: { openedBy: string; userIds: string[] },
  log: Log,
): JoinedRoom {
  const people = existing(db, [openedBy, ...userIds]);
  const found = directRoomId(db, people);
  if (found === null) {
    const roomId = insertDirect(db, { people, createdBy: openedBy, createdAt: log.at }, log.at);
    announceRoom(db, roomId, people, log);
    return joinedRoomOrThrow(db, openedBy, roomId);
  }
  join(db, { roomId: found, userIds: people }, log);
  return joinedRoomOrThrow(db, openedBy, found);
}

export function updateRoom(
  db: Database,
  { roomId, update }: { roomId: string; update: { name?: string; topic?: string } },
  log: Log,
): Room {
  const before = roomRowOrThrow(db, roomId);
  if (before.kind === "direct" && update.name !== undefined) {
    throw new SnugError("FORBIDDEN", "A direct room is named after its people.");
  }
  const name = update.name ?? before.name;
  const topic = update.topic ?? before.topic;
  if (name === before.name && topic === before.topic) return toRoom(before);
  const key = before.kind === "direct" ? null : nameKey(name);
  db.orm.update(rooms).set({ name, nameKey: key, topic }).where(eq(rooms.id, roomId)).run();
  return announceUpdate(db, roomId, log);
}

export function archiveRoom(
  db: Database,
  { roomId, archived }: { roomId: string; archived: boolean },
  log: Log,
): Room {
  const before = roomRowOrThrow(db, roomId);
  if (archived === (before.archivedAt !== null)) return toRoom(before);
  const archivedAt = archived ? log.at : null;
  db.orm.update(rooms).set({ archivedAt }).where(eq(rooms.id, roomId)).run();
  return announceUpdate(db, roomId, log);
}

/** With its messages, which the foreign keys take along. */
export function deleteRoom(db: Database, roomId: string, log: Log): void {
  const room = roomRowOrThrow(db, roomId);
  const wasFirst = workspace(db)?.firstRoomId === room.id;
  for (const { userId } of members(db, roomId)) {
    log.emit({ kind: "user", userId }, { type: "room.removed", roomId, reason: "deleted" });
  }
  forgetImportedRoom(db, roomId);
  db.orm.delete(rooms).where(eq(rooms.id, roomId)).run();
  if (wasFirst) announceWorkspace(db, log);
}

function announceUpdate(db: Database, roomId: string, log: Log): Room {
  const room = toRoom(roomRowOrThrow(db, roomId));
  log.emit({ kind: "room", roomId }, { type: "room.updated", room });
  return room;
}
