import { and, count, eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { SnugError } from "../../../../shared/errors.ts";
import type { AccountStatus, Role, User } from "../../../../shared/users.ts";
import type { NewUser, Store } from "../../port.ts";
import type { Database } from "../database.ts";
import type { Log } from "../logWriter.ts";
import { nameKey } from "../nameKey.ts";
import type { UserRow } from "../reads/users.ts";
import { meOrThrow, toUser, userOrThrow, userRowOrThrow } from "../reads/users.ts";
import { workspace } from "../reads/workspace.ts";
import { users } from "../schema/users.ts";
import { takeInvite } from "./invites.ts";
import { joinOpenRooms } from "./joining.ts";
import { revokeSessions } from "./sessions.ts";

export function createUser(
  db: Database,
  { user, inviteToken }: { user: NewUser; inviteToken: string | null },
  log: Log,
): User {
  const invitedTo = inviteToken === null ? [] : takeInvite(db, inviteToken);
  const created = insertUser(db, user, log.at);
  log.emit({ kind: "all" }, { type: "user.created", user: created });
  const firstRoomId = workspace(db)?.firstRoomId ?? null;
  const joinsFirst = firstRoomId !== null && user.role !== "guest" && user.role !== "bot";
  joinOpenRooms(
    db,
    { userId: created.id, roomIds: joinsFirst ? [firstRoomId, ...invitedTo] : invitedTo },
    log,
  );
  return created;
}

export interface UserToInsert extends NewUser {
  status?: AccountStatus;
  bio?: string;
  lastSeenAt?: string;
}

/** The caller emits `user.created`. */
export function insertUser(db: Database, user: UserToInsert, at: string): User {
  const row: UserRow = {
    id: uuidv7(),
    username: user.username,
    usernameKey: nameKey(user.username),
    email: user.email,
    emailKey: user.email === null ? null : nameKey(user.email),
    displayName: user.displayName,
    bio: user.bio ?? "",
    timeZone: user.timeZone ?? null,
    avatarUrl: null,
    role: user.role,
    status: user.status ?? "active",
    customStatus: null,
    presenceMode: "auto",
    presenceUntil: null,
    passwordHash: user.passwordHash,
    createdAt: at,
    lastSeenAt: user.lastSeenAt ?? null,
  };
  db.orm.insert(users).values(row).run();
  return toUser(row);
}

export function updateProfile(
  db: Database,
  { userId, update }: { userId: string; update: Parameters<Store["updateProfile"]>[1] },
  log: Log,
): User {
  const before = userOrThrow(db, userId);
  const { customStatus, ...rest } = update;
  return updateUser(db, before, log, {
    ...rest,
    ...(update.username === undefined ? {} : { usernameKey: nameKey(update.username) }),
    ...(customStatus === undefined
      ? {}
      : { customStatus: customStatus === null ? null : JSON.stringify(customStatus) }),
  });
}

export function setEmail(
  db: Database,
  { userId, email }: { userId: string; email: string },
  log: Log,
): void {
  if (meOrThrow(db, userId).email === email) return;
  db.orm
    .update(users)
    .set({ email, emailKey: nameKey(email) })
    .where(eq(users.id, userId))
    .run();
  log.emit({ kind: "user", userId }, { type: "account.updated", me: meOrThrow(db, userId) });
}

export function setRole(
  db: Database,
  { userId, role }: { userId: string; role: Role },
  log: Log,
): User {
  const before = userOrThrow(db, userId);
  if (role !== "owner") keepAnOwner(db, before);
  return updateUser(db, before, log, { role });
}

/** Anything but `active` ends every session and the one-time link. */
export function setAccountStatus(
  db: Database,
  { userId, status }: { userId: string; status: AccountStatus },
  log: Log,
): User {
  const before = userOrThrow(db, userId);
  if (status !== "active") keepAnOwner(db, before);
  const after = updateUser(db, before, log, { status });
  if (status !== "active") revokeSessions(db, { userId, except: null }, log);
  return after;
}

export function setPassword(
  db: Database,
  { userId, passwordHash, keepSessionId }: NewPassword,
  log: Log,
): void {
  userRowOrThrow(db, userId);
  db.orm.update(users).set({ passwordHash }).where(eq(users.id, userId)).run();
  revokeSessions(db, { userId, except: keepSessionId }, log);
}

export interface NewPassword {
  userId: string;
  passwordHash: string;
  keepSessionId: string | null;
}

/** Writes and emits nothing when it would change nothing. */
export function updateUser(db: Database, before: User, log: Log, changes: Partial<UserRow>): User {
  // Drizzle refuses an update without values.
  if (Object.values(changes).every((value) => value === undefined)) return before;
  db.orm.update(users).set(changes).where(eq(users.id, before.id)).run();
  const after = userOrThrow(db, before.id);
  if (JSON.stringify(after) === JSON.stringify(before)) return before;
  log.emit({ kind: "all" }, { type: "user.updated", user: after });
  return after;
}

/** Throws when `user` is the last one who could ever administer the workspace again. */
function keepAnOwner(db: Database, user: User): void {
  if (user.role !== "owner" || user.status !== "active") return;
  const owners = db.orm
    .select({ count: count() })
    .from(users)
    .where(and(eq(users.role, "owner"), eq(users.status, "active")))
    .get();
  if ((owners?.count ?? 0) > 1) return;
  throw new SnugError("LAST_OWNER", "Make someone else an owner first: the workspace needs one.");
}
