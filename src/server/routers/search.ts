import { searchPageSchema, searchSchema } from "../../shared/search.ts";
import { procedure, router } from "./trpc.ts";

export const searchRouter = router({
  /** Finds messages among those that one may see, newest first. */
  messages: procedure
    .input(searchSchema)
    .output(searchPageSchema)
    .query(({ ctx, input }) => ctx.services.search.messages(ctx.viewer.user, input)),
});
