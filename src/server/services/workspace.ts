import { SnugError } from "../../shared/errors.ts";
import type { User } from "../../shared/users.ts";
import type { Workspace, WorkspaceUpdate } from "../../shared/workspace.ts";
import type { Store } from "../store/port.ts";
import { requireAdmin } from "./access.ts";

export function createWorkspace(store: Store) {
  return {
    get(): Promise<Workspace> {
      return setUpWorkspace(store);
    },

    async update(actor: User, update: WorkspaceUpdate): Promise<Workspace> {
      requireAdmin(actor);
      return store.updateWorkspace(update);
    },
  };
}

/** The workspace, of which there is one as soon as the first person set it up. */
export async function setUpWorkspace(store: Store): Promise<Workspace> {
  const workspace = await store.workspace();
  if (workspace === null) {
    throw new SnugError("NOT_SET_UP", "This workspace has not been set up yet.");
  }
  return workspace;
}
