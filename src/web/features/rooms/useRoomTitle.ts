import { useMe, useUsers } from "../../../react/index.ts";
import type { Room } from "../../../shared/rooms.ts";
import { roomTitle } from "./roomTitle.ts";

export function useRoomTitle(room: Room): string {
  const users = useUsers();
  const me = useMe();
  return roomTitle(room, users, me.id);
}
