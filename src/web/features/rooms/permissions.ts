import type { JoinedRoom } from "../../../shared/rooms.ts";
import type { User } from "../../../shared/users.ts";
import type { Workspace } from "../../../shared/workspace.ts";

/** Whether someone renames, archives and deletes a room, and takes people out of it. */
export function managesRoom(me: User, room: JoinedRoom): boolean {
  if (room.kind === "direct") return false;
  return runsWorkspace(me) || room.membership.role === "admin";
}

/** The room that everyone new lands in has to stay. */
export function mayCloseRoom(me: User, room: JoinedRoom, workspace: Workspace): boolean {
  return managesRoom(me, room) && workspace.firstRoomId !== room.id;
}

/** Whether someone deletes what others wrote in a room. */
export function moderatesRoom(me: User, room: JoinedRoom): boolean {
  return runsWorkspace(me) || room.membership.role === "admin";
}

function runsWorkspace({ role }: User): boolean {
  return role === "owner" || role === "admin";
}
