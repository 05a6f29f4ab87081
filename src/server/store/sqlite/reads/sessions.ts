import { and, desc, eq, gt } from "drizzle-orm";
import type { User } from "../../../../shared/users.ts";
import type { StoredSession } from "../../port.ts";
import type { Database } from "../database.ts";
import { columnsOf } from "../database.ts";
import { sessions, users } from "../schema/users.ts";
import type { UserRow } from "./users.ts";
import { toUser } from "./users.ts";

type SessionRow = typeof sessions.$inferSelect;

/** Raw: every request begins with it. */
export function sessionByTokenHash(
  db: Database,
  tokenHash: string,
): { session: StoredSession; user: User } | null {
  const row = db.prepare<[string], SessionRow>(sessionByToken).get(tokenHash);
  if (!row || row.expiresAt <= new Date().toISOString()) return null;
  const owner = db.prepare<[string], UserRow>(userOfSession).get(row.userId);
  if (!owner || owner.status !== "active") return null;
  return { session: toSession(row), user: toUser(owner) };
}

const sessionByToken = `SELECT ${columnsOf(sessions, "s")} FROM sessions s WHERE s.token_hash = ?`;
const userOfSession = `SELECT ${columnsOf(users, "u")} FROM users u WHERE u.id = ?`;

/** Those that have not expired, the latest used first. */
export function sessionsOf(db: Database, userId: string): StoredSession[] {
  return db.orm
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, userId), gt(sessions.expiresAt, new Date().toISOString())))
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.id))
    .all()
    .map(toSession);
}

export function toSession(row: SessionRow): StoredSession {
  return {
    id: row.id,
    userId: row.userId,
    userAgent: row.userAgent,
    createdAt: row.createdAt,
    lastSeenAt: row.lastSeenAt,
  };
}
