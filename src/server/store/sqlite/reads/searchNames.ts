import type { SearchFilter } from "../../../../shared/searchQuery.ts";
import { fold } from "../../../../shared/searchText.ts";
import type { Database } from "../database.ts";
import { nameKey } from "../nameKey.ts";
import { directRoomId } from "../writes/newRooms.ts";
import { room } from "./rooms.ts";
import { allUsers } from "./users.ts";

export interface NamedFilter {
  key: "from" | "in";
  not: boolean;
  /** Of the users or rooms called so; none: nothing the asker knows is. */
  ids: string[];
  name: string;
}

/** Looks up the names in a query, among what the asker may see. */
export function namedFilters(
  db: Database,
  userId: string,
  filters: readonly SearchFilter[],
): NamedFilter[] {
  const named: NamedFilter[] = [];
  for (const filter of filters) {
    if (filter.key !== "from" && filter.key !== "in") continue;
    const { key, not, value: name } = filter;
    const ids = key === "from" ? usersCalled(db, userId, name) : roomsCalled(db, userId, name);
    named.push({ key, not, ids, name });
  }
  return named;
}

/** By username, else by the name that is shown; `me` is the asker. */
function usersCalled(db: Database, userId: string, name: string): string[] {
  const bare = name.replace(/^@/, "");
  if (bare.toLowerCase() === "me") return [userId];
  const byUsername = db
    .prepare<[string], { id: string }>("SELECT id FROM users WHERE username_key = ?")
    .get(nameKey(bare));
  if (byUsername) return [byUsername.id];
  return allUsers(db)
    .filter(({ displayName }) => fold(displayName) === fold(bare))
    .map(({ id }) => id);
}

/** A room by its name, or with an `@` the direct room with someone. */
function roomsCalled(db: Database, userId: string, name: string): string[] {
  const ids = name.startsWith("@")
    ? usersCalled(db, userId, name).map((otherId) => directRoomId(db, [userId, otherId]))
    : [roomIdByName(db, name.replace(/^#/, ""))];
  return ids
    .filter((id) => id !== null)
    .filter((roomId) => room(db, { userId, roomId, scope: "visible" }) !== null);
}

function roomIdByName(db: Database, name: string): string | null {
  const row = db
    .prepare<[string], { id: string }>("SELECT id FROM rooms WHERE name_key = ?")
    .get(nameKey(name));
  return row?.id ?? null;
}
