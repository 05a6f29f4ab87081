import { and, eq, lte, ne } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { SnugError } from "../../../../shared/errors.ts";
import type { Store, StoredSession } from "../../port.ts";
import type { Database } from "../database.ts";
import type { Log } from "../logWriter.ts";
import { toSession } from "../reads/sessions.ts";
import { userRowOrThrow } from "../reads/users.ts";
import { oneTimeLinks } from "../schema/links.ts";
import { tokens } from "../schema/tokens.ts";
import { sessions, users } from "../schema/users.ts";

export function createSession(
  db: Database,
  session: Parameters<Store["createSession"]>[0],
  log: Log,
): StoredSession {
  const { id: userId, status } = userRowOrThrow(db, session.userId);
  // Closed between the password's check and here: the session would come alive with the account.
  if (status !== "active") throw new SnugError("FORBIDDEN", "This account is closed.");
  // The expired ones of everyone would be a longer pause; each sign-in clears one's own.
  db.orm
    .delete(sessions)
    .where(and(eq(sessions.userId, userId), lte(sessions.expiresAt, log.at)))
    .run();
  const row = { ...session, id: uuidv7(), createdAt: log.at, lastSeenAt: log.at };
  db.orm.insert(sessions).values(row).run();
  db.orm.update(users).set({ lastSeenAt: log.at }).where(eq(users.id, userId)).run();
  return toSession(row);
}

/** Raw: after a restart everyone comes back at once, most of them after longer than a session goes untouched. */
export function touchSession(
  db: Database,
  { sessionId, expiresAt }: { sessionId: string; expiresAt: string },
  log: Log,
): void {
  const touched = db
    .prepare<[string, string, string], { userId: string }>(touchRow)
    .get(log.at, expiresAt, sessionId);
  if (!touched) return;
  db.prepare<[string, string]>(seeUser).run(log.at, touched.userId);
}

const touchRow =
  "UPDATE sessions SET last_seen_at = ?, expires_at = ? WHERE id = ? RETURNING user_id AS userId";
const seeUser = "UPDATE users SET last_seen_at = ? WHERE id = ?";

export function revokeSession(
  db: Database,
  { userId, sessionId }: { userId: string; sessionId: string },
  log: Log,
): void {
  const { changes } = db.orm
    .delete(sessions)
    .where(and(eq(sessions.id, sessionId), eq(sessions.userId, userId)))
    .run();
  if (changes === 0) throw new SnugError("NOT_FOUND", "That session has ended already.");
  log.emit({ kind: "user", userId }, { type: "session.revoked", sessionIds: [sessionId] });
}

/** Every session but one, every token, and the one-time link: whatever else could still sign in as this user. */
export function revokeSessions(
  db: Database,
  { userId, except }: { userId: string; except: string | null },
  log: Log,
): void {
  db.orm.delete(oneTimeLinks).where(eq(oneTimeLinks.userId, userId)).run();
  const revoked = db.orm
    .delete(sessions)
    .where(and(eq(sessions.userId, userId), ne(sessions.id, except ?? "")))
    .returning({ id: sessions.id })
    .all();
  const revokedTokens = db.orm
    .delete(tokens)
    .where(eq(tokens.userId, userId))
    .returning({ id: tokens.id })
    .all();
  const sessionIds = [...revoked, ...revokedTokens].map(({ id }) => id);
  if (sessionIds.length === 0) return;
  log.emit({ kind: "user", userId }, { type: "session.revoked", sessionIds });
}
