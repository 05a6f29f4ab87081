import { z } from "zod";
import { SnugError } from "../../../../shared/errors.ts";
import type { FileKind } from "../../../../shared/fileKinds.ts";
import { fileKinds } from "../../../../shared/fileKinds.ts";
import { fileKindSchema } from "../../../../shared/files.ts";
import type { Workspace } from "../../../../shared/workspace.ts";
import type { Database } from "../database.ts";
import { columnsOf } from "../database.ts";
import { workspace as table } from "../schema/workspace.ts";

/** `null` until it is set up. */
export function workspace(db: Database): Workspace | null {
  // Raw: it is part of who one is told to be, whenever one comes back.
  const row = db.prepare<[], typeof table.$inferSelect>(selectAll).get();
  if (!row) return null;
  return {
    name: row.name,
    logoUrl: row.logoUrl,
    openSignUp: row.openSignUp === 1,
    firstRoomId: row.firstRoomId,
    demo: row.demo === 1,
    uploadBytes: row.uploadBytes,
    membersAddEmoji: row.membersAddEmoji === 1,
    uploadKinds: row.uploadKinds === null ? [...fileKinds] : kindsIn(row.uploadKinds),
  };
}

const selectAll = `SELECT ${columnsOf(table, "w")} FROM workspace w WHERE w.id = 1`;

function kindsIn(json: string): FileKind[] {
  return z.array(fileKindSchema).parse(JSON.parse(json));
}

export function workspaceOrThrow(db: Database): Workspace {
  const found = workspace(db);
  if (!found) throw new SnugError("NOT_SET_UP", "This server is not set up yet.");
  return found;
}
