import { draftSavedSchema, draftSaveSchema } from "../../shared/drafts.ts";
import { procedure, router } from "./trpc.ts";

/** What one began to write; it is in the snapshot, with the membership of its room. */
export const draftsRouter = router({
  /** Keeps what one began to write, on all of one's devices; without text, forgets it. */
  save: procedure
    .input(draftSaveSchema)
    .output(draftSavedSchema)
    .mutation(({ ctx, input }) => ctx.services.drafts.save(ctx.viewer.user, input)),
});
