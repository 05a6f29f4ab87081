import { eq } from "drizzle-orm";
import type { StoredBlob } from "../../../files/port.ts";
import type { Database } from "../database.ts";
import { avatars } from "../schema/avatars.ts";

const { sha256, size } = avatars;

export function avatar(db: Database, id: string): StoredBlob | null {
  return db.orm.select({ sha256, size }).from(avatars).where(eq(avatars.id, id)).get() ?? null;
}

export function avatarOf(db: Database, userId: string): StoredBlob | null {
  return (
    db.orm.select({ sha256, size }).from(avatars).where(eq(avatars.userId, userId)).get() ?? null
  );
}
