import { and, eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { SnugError } from "../../../../shared/errors.ts";
import type { AccessToken } from "../../../../shared/tokens.ts";
import type { NewToken } from "../../port.ts";
import type { Database } from "../database.ts";
import type { Log } from "../logWriter.ts";
import { toToken } from "../reads/tokens.ts";
import { userRowOrThrow } from "../reads/users.ts";
import { tokens } from "../schema/tokens.ts";

export function createToken(db: Database, token: NewToken, log: Log): AccessToken {
  if (userRowOrThrow(db, token.userId).status !== "active") {
    throw new SnugError("FORBIDDEN", "This account is closed.");
  }
  const row = { ...token, id: uuidv7(), createdAt: log.at, lastUsedAt: null };
  db.orm.insert(tokens).values(row).run();
  return toToken(row);
}

export function touchToken(db: Database, tokenId: string, log: Log): void {
  db.orm.update(tokens).set({ lastUsedAt: log.at }).where(eq(tokens.id, tokenId)).run();
}

/** To whatever hangs on it, a token is a session: one event ends the sockets of both [RT7]. */
export function revokeToken(
  db: Database,
  { userId, tokenId }: { userId: string; tokenId: string },
  log: Log,
): void {
  const { changes } = db.orm
    .delete(tokens)
    .where(and(eq(tokens.id, tokenId), eq(tokens.userId, userId)))
    .run();
  if (changes === 0) throw new SnugError("NOT_FOUND", "There is no such token, or no longer.");
  log.emit({ kind: "user", userId }, { type: "session.revoked", sessionIds: [tokenId] });
}
