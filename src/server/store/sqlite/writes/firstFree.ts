import { eq } from "drizzle-orm";
import { limits } from "../../../../shared/limits.ts";
import type { Database } from "../database.ts";
import { nameKey } from "../nameKey.ts";
import { rooms } from "../schema/rooms.ts";
import { users } from "../schema/users.ts";

export function freeUsername(db: Database, username: string): string {
  return firstFree(
    username,
    limits.username,
    (key) => db.orm.select().from(users).where(eq(users.usernameKey, key)).get() !== undefined,
  );
}

export function freeRoomName(db: Database, name: string): string {
  return firstFree(
    name,
    limits.roomName,
    (key) => db.orm.select().from(rooms).where(eq(rooms.nameKey, key)).get() !== undefined,
  );
}

/** `name`, or `name-2`, `name-3` and so on, within the length that a name may have. */
function firstFree(name: string, maxLength: number, isTaken: (key: string) => boolean): string {
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? "" : `-${number}`;
    const candidate = name.slice(0, maxLength - suffix.length) + suffix;
    if (!isTaken(nameKey(candidate))) return candidate;
  }
}
