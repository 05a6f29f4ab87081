import { z } from "zod";
import { SnugError } from "../../../../shared/errors.ts";
import type { FileKind } from "../../../../shared/fileKinds.ts";
import { fileKinds } from "../../../../shared/fileKinds.ts";
import { fileKindSchema } from "../../../../shared/files.ts";
import type { Workspace } from "../../../../shared/workspace.ts";
import type { Database } from "../database.ts";
import { workspace as table } from "../schema/workspace.ts";

/** `null` until it is set up. */
export function workspace(db: Database): Workspace | null {
  const row = db.orm.select().from(table).get();
  if (!row) return null;
  return {
    name: row.name,
    logoUrl: row.logoUrl,
    openSignUp: row.openSignUp === 1,
    firstRoomId: row.firstRoomId,
    demo: row.demo === 1,
    uploadBytes: row.uploadBytes,
    uploadKinds: row.uploadKinds === null ? [...fileKinds] : kindsIn(row.uploadKinds),
  };
}

function kindsIn(json: string): FileKind[] {
  return z.array(fileKindSchema).parse(JSON.parse(json));
}

export function workspaceOrThrow(db: Database): Workspace {
  const found = workspace(db);
  if (!found) throw new SnugError("NOT_SET_UP", "This server is not set up yet.");
  return found;
}
