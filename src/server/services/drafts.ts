import type { DraftSave, DraftSaved } from "../../shared/drafts.ts";
import type { User } from "../../shared/users.ts";
import type { Store } from "../store/port.ts";

export function createDrafts(store: Store) {
  return {
    save(actor: User, draft: DraftSave): Promise<DraftSaved> {
      return store.saveDraft(actor.id, draft);
    },
  };
}
