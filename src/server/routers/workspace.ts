import { workspaceSchema, workspaceUpdateSchema } from "../../shared/workspace.ts";
import { adminProcedure, procedure, router } from "./trpc.ts";

export const workspaceRouter = router({
  get: procedure.output(workspaceSchema).query(({ ctx }) => ctx.services.workspace.get()),

  update: adminProcedure
    .input(workspaceUpdateSchema)
    .output(workspaceSchema)
    .mutation(({ ctx, input }) => ctx.services.workspace.update(ctx.viewer.user, input)),
});
