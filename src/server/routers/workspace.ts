import { workspaceSchema, workspaceUpdateSchema } from "../../shared/workspace.ts";
import { adminProcedure, procedure, router } from "./trpc.ts";

export const workspaceRouter = router({
  /** What everyone may know of the workspace. */
  get: procedure.output(workspaceSchema).query(({ ctx }) => ctx.services.workspace.get()),

  /** Changes the workspace. What is left out stays. For admins. */
  update: adminProcedure
    .input(workspaceUpdateSchema)
    .output(workspaceSchema)
    .mutation(({ ctx, input }) => ctx.services.workspace.update(ctx.viewer.user, input)),
});
