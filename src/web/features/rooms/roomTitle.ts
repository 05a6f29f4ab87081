import type { Room } from "../../../shared/rooms.ts";
import type { User } from "../../../shared/users.ts";

/** What a room is called: its name, or its people. */
export function roomTitle(
  room: Pick<Room, "kind" | "name" | "directUserIds">,
  users: ReadonlyMap<string, User>,
  meId: string,
): string {
  if (room.kind !== "direct") return room.name;
  const names = othersIn(room, meId).map((id) => users.get(id)?.displayName ?? "Someone");
  return names.length === 0 ? (users.get(meId)?.displayName ?? "You") : names.join(", ");
}

/** The people of a direct room but oneself. */
export function othersIn(room: Pick<Room, "directUserIds">, meId: string): string[] {
  return room.directUserIds.filter((id) => id !== meId);
}
