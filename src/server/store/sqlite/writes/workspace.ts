import { isDeepStrictEqual } from "node:util";
import { v7 as uuidv7 } from "uuid";
import { SnugError } from "../../../../shared/errors.ts";
import { fileKinds } from "../../../../shared/fileKinds.ts";
import type { User } from "../../../../shared/users.ts";
import type { Workspace, WorkspaceUpdate } from "../../../../shared/workspace.ts";
import type { Store } from "../../port.ts";
import type { Database } from "../database.ts";
import type { Log } from "../logWriter.ts";
import { workspace, workspaceOrThrow } from "../reads/workspace.ts";
import { workspace as table } from "../schema/workspace.ts";
import { announceRoom, insertMembership } from "./joining.ts";
import { insertMessage } from "./messages.ts";
import { insertRoom } from "./newRooms.ts";
import { insertUser } from "./users.ts";

export type SetUp = Parameters<Store["setUpWorkspace"]>[0];

/** Workspace, owner, first room and its welcome, in one. */
export function setUpWorkspace(
  db: Database,
  setUp: SetUp,
  log: Log,
): { owner: User; roomId: string } {
  if (workspace(db)) {
    throw new SnugError("ALREADY_SET_UP", "This server is set up already. Sign in instead.");
  }
  const owner = insertUser(db, { ...setUp.owner, role: "owner" }, log.at);
  const roomId = insertRoom(db, {
    kind: "public",
    name: setUp.room.name,
    topic: setUp.room.topic,
    createdBy: owner.id,
    createdAt: log.at,
  });
  insertMembership(db, { userId: owner.id, roomId, role: "admin" }, log.at);
  db.orm
    .insert(table)
    .values({
      id: 1,
      name: setUp.workspaceName,
      logoUrl: null,
      openSignUp: 0,
      firstRoomId: roomId,
      demo: setUp.demo ? 1 : 0,
    })
    .run();
  announceWorkspace(db, log);
  log.emit({ kind: "all" }, { type: "user.created", user: owner });
  announceRoom(db, roomId, [owner.id], log);
  if (setUp.room.welcome !== "") {
    insertMessage(
      db,
      { authorId: owner.id, roomId, clientId: uuidv7(), body: setUp.room.welcome },
      log,
    );
  }
  return { owner, roomId };
}

export function updateWorkspace(db: Database, update: WorkspaceUpdate, log: Log): Workspace {
  const before = workspaceOrThrow(db);
  const after: Workspace = { ...before, ...given(update) };
  if (isDeepStrictEqual(after, before)) return before;
  db.orm
    .update(table)
    .set({
      name: after.name,
      openSignUp: after.openSignUp ? 1 : 0,
      membersAddEmoji: after.membersAddEmoji ? 1 : 0,
      uploadBytes: after.uploadBytes,
      uploadKinds:
        after.uploadKinds.length === fileKinds.length ? null : JSON.stringify(after.uploadKinds),
    })
    .run();
  return announceWorkspace(db, log);
}

/** Without what is `undefined`, which would replace what it was meant to leave. */
function given(update: WorkspaceUpdate): WorkspaceUpdate {
  return Object.fromEntries(Object.entries(update).filter(([, value]) => value !== undefined));
}

export function announceWorkspace(db: Database, log: Log): Workspace {
  const now = workspaceOrThrow(db);
  log.emit({ kind: "all" }, { type: "workspace.updated", workspace: now });
  return now;
}
