import { useMe, useUsers } from "../../../react/index.ts";
import type { Room } from "../../../shared/rooms.ts";
import { listNames } from "../../ui/listNames.ts";
import { othersIn } from "./roomTitle.ts";

/** Says so where nobody is left of those with whom one talks in a direct room; else `null`. */
export function useDesertedWords(room: Pick<Room, "directUserIds">): string | null {
  const me = useMe();
  const users = useUsers();
  const others = othersIn(room, me.id).map((id) => users.get(id));
  if (others.length === 0 || others.some((user) => user?.status === "active")) return null;
  const names = others.map((user) => user?.displayName ?? "Someone");
  return `${listNames(names)} ${names.length === 1 ? "is" : "are"} no longer here`;
}
