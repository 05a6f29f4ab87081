import { useMemo } from "react";
import { useMe, useRooms, useUsers } from "../../../react/index.ts";
import type { Directory } from "./directory.ts";

/** Whom and what one can name: everyone one may see, and the rooms one is in. */
export function useDirectory(): Directory {
  const { role } = useMe();
  const users = useUsers();
  const rooms = useRooms();
  return useMemo(
    () => ({
      users: [...users.values()]
        .map(({ id, username, displayName, status }) => {
          return { id, username, displayName, active: status === "active" };
        })
        .toSorted((a, b) => a.displayName.localeCompare(b.displayName)),
      rooms: rooms
        .filter((room) => room.kind !== "direct")
        .map(({ id, name }) => ({ id, name }))
        .toSorted((a, b) => a.name.localeCompare(b.name)),
      emoji: [],
      everyone: role !== "guest",
    }),
    [users, rooms, role],
  );
}
