import { asc, eq, or, sql } from "drizzle-orm";
import { SnugError } from "../../../../shared/errors.ts";
import type { ChosenPresence } from "../../../../shared/presence.ts";
import type { Account, CustomStatus, Me, User } from "../../../../shared/users.ts";
import type { Credentials } from "../../port.ts";
import type { Database } from "../database.ts";
import { columnsOf } from "../database.ts";
import { nameKey } from "../nameKey.ts";
import { users } from "../schema/users.ts";
import { decodeStored } from "../stored.ts";

export type UserRow = typeof users.$inferSelect;

const userColumns = columnsOf(users, "u");

export function user(db: Database, userId: string): User | null {
  const row = userRow(db, userId);
  return row ? toUser(row) : null;
}

export function userOrThrow(db: Database, userId: string): User {
  return toUser(userRowOrThrow(db, userId));
}

export function userRowOrThrow(db: Database, userId: string): UserRow {
  const row = userRow(db, userId);
  if (!row) throw new SnugError("NOT_FOUND", "There is no such user.");
  return row;
}

/** Raw: everyone who comes back asks who they are, and after a restart all do at once. */
function userRow(db: Database, userId: string): UserRow | undefined {
  return db
    .prepare<[string], UserRow>(`SELECT ${userColumns} FROM users u WHERE u.id = ?`)
    .get(userId);
}

/** Raw: in every snapshot, and the one part of it that grows with the whole workspace. */
export function allUsers(db: Database): User[] {
  return db
    .prepare<[], UserRow>(`SELECT ${userColumns} FROM users u ORDER BY u.id`)
    .all()
    .map(toUser);
}

export function meOrThrow(db: Database, userId: string): Me {
  const { id, email, presenceMode, presenceUntil } = userRowOrThrow(db, userId);
  return { id, email, presence: { mode: presenceMode, until: presenceUntil } };
}

/** Of everyone who chose something else than `auto`. */
export function chosenPresence(db: Database): (ChosenPresence & { userId: string })[] {
  return db.orm
    .select({ userId: users.id, mode: users.presenceMode, until: users.presenceUntil })
    .from(users)
    .where(sql`presence_mode <> 'auto'`)
    .all();
}

export function credentials(db: Database, login: string): Credentials | null {
  const key = nameKey(login);
  const row = db.orm
    .select()
    .from(users)
    .where(or(eq(users.usernameKey, key), eq(users.emailKey, key)))
    .get();
  return row ? toCredentials(row) : null;
}

export function credentialsOf(db: Database, userId: string): Credentials | null {
  const row = userRow(db, userId);
  return row ? toCredentials(row) : null;
}

export function accounts(db: Database): Account[] {
  return db.orm
    .select()
    .from(users)
    .orderBy(asc(users.usernameKey))
    .all()
    .map((row) => ({
      ...toUser(row),
      email: row.email,
      lastSeenAt: row.lastSeenAt,
      hasPassword: row.passwordHash !== null,
    }));
}

export function toUser(row: UserRow): User {
  return {
    id: row.id,
    username: row.username,
    displayName: row.displayName,
    bio: row.bio,
    timeZone: row.timeZone,
    avatarUrl: row.avatarUrl,
    role: row.role,
    status: row.status,
    customStatus: row.customStatus === null ? null : decodeStored<CustomStatus>(row.customStatus),
    createdAt: row.createdAt,
  };
}

function toCredentials(row: UserRow): Credentials {
  return { user: toUser(row), email: row.email, passwordHash: row.passwordHash };
}
