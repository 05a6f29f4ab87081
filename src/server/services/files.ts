import type { Attachment } from "../../shared/files.ts";
import type { User } from "../../shared/users.ts";
import type { Store } from "../store/port.ts";
import { found } from "./access.ts";

export function createFiles(store: Store) {
  return {
    /** For a member of its room. */
    async get(actor: User, fileId: string): Promise<Attachment & { sha256: string }> {
      return found(await store.fileFor(actor.id, fileId), "file");
    },
  };
}
