import { workspaceSchema, workspaceUpdateSchema } from "../../shared/workspace.ts";
import { procedure, router } from "./trpc.ts";

export const workspaceRouter = router({
  get: procedure.output(workspaceSchema).query(({ ctx }) => ctx.services.workspace.get()),

  update: procedure
    .input(workspaceUpdateSchema)
    .output(workspaceSchema)
    .mutation(({ ctx, input }) => ctx.services.workspace.update(ctx.viewer.user, input)),
});
