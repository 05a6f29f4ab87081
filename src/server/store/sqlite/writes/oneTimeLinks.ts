import { eq } from "drizzle-orm";
import { SnugError } from "../../../../shared/errors.ts";
import type { User } from "../../../../shared/users.ts";
import type { Database } from "../database.ts";
import type { Log } from "../logWriter.ts";
import { oneTimeLinkUser } from "../reads/links.ts";
import { userRowOrThrow } from "../reads/users.ts";
import { oneTimeLinks } from "../schema/links.ts";
import { setPassword } from "./users.ts";

export interface NewOneTimeLink {
  userId: string;
  tokenHash: string;
  expiresAt: string;
}

export function createOneTimeLink(db: Database, link: NewOneTimeLink): void {
  userRowOrThrow(db, link.userId);
  db.orm.delete(oneTimeLinks).where(eq(oneTimeLinks.userId, link.userId)).run();
  db.orm.insert(oneTimeLinks).values(link).run();
}

/** Sets the password, which ends every session and burns the link. */
export function useOneTimeLink(
  db: Database,
  { tokenHash, passwordHash }: { tokenHash: string; passwordHash: string },
  log: Log,
): User {
  const user = oneTimeLinkUser(db, tokenHash);
  if (!user) {
    throw new SnugError("LINK_INVALID", "This link can no longer be used. Ask for a new one.");
  }
  setPassword(db, { userId: user.id, passwordHash, keepSessionId: null }, log);
  return user;
}
