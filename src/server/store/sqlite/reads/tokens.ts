import { desc, eq } from "drizzle-orm";
import type { AccessToken } from "../../../../shared/tokens.ts";
import type { User } from "../../../../shared/users.ts";
import type { Database } from "../database.ts";
import { columnsOf } from "../database.ts";
import { tokens } from "../schema/tokens.ts";
import { userOrThrow } from "./users.ts";

type TokenRow = typeof tokens.$inferSelect;

/** Raw: every request of a program begins with it. */
export function tokenByHash(
  db: Database,
  tokenHash: string,
): { token: AccessToken; user: User } | null {
  const row = db.prepare<[string], TokenRow>(tokenWithHash).get(tokenHash);
  if (!row || (row.expiresAt !== null && row.expiresAt <= new Date().toISOString())) return null;
  const user = userOrThrow(db, row.userId);
  return user.status === "active" ? { token: toToken(row), user } : null;
}

const tokenWithHash = `SELECT ${columnsOf(tokens, "t")} FROM tokens t WHERE t.token_hash = ?`;

/** The newest first, expired ones too: whoever wonders why a program fails looks here. */
export function tokensOf(db: Database, userId: string): AccessToken[] {
  return db.orm
    .select()
    .from(tokens)
    .where(eq(tokens.userId, userId))
    .orderBy(desc(tokens.id))
    .all()
    .map(toToken);
}

export function toToken(row: Omit<TokenRow, "tokenHash" | "userId">): AccessToken {
  return {
    id: row.id,
    name: row.name,
    scope: row.scope,
    createdAt: row.createdAt,
    lastUsedAt: row.lastUsedAt,
    expiresAt: row.expiresAt,
  };
}
