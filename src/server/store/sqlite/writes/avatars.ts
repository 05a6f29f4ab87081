import { eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { User } from "../../../../shared/users.ts";
import type { StoredBlob } from "../../../files/port.ts";
import type { Database } from "../database.ts";
import type { Log } from "../logWriter.ts";
import { avatarOf } from "../reads/avatars.ts";
import { userOrThrow } from "../reads/users.ts";
import { avatars } from "../schema/avatars.ts";
import { updateUser } from "./users.ts";

export function setAvatar(
  db: Database,
  { userId, picture }: { userId: string; picture: StoredBlob | null },
  log: Log,
): User {
  const before = userOrThrow(db, userId);
  if (avatarOf(db, userId)?.sha256 === picture?.sha256) return before;
  db.orm.delete(avatars).where(eq(avatars.userId, userId)).run();
  if (picture === null) return updateUser(db, before, log, { avatarUrl: null });
  const id = uuidv7();
  db.orm
    .insert(avatars)
    .values({ ...picture, id, userId })
    .run();
  return updateUser(db, before, log, { avatarUrl: `/avatars/${id}` });
}
