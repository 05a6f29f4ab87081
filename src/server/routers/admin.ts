import { z } from "zod";

import { idSchema } from "../../shared/ids.ts";
import { oneTimeLinkSchema } from "../../shared/invites.ts";
import { accountSchema, accountStatusSchema, roleSchema, userSchema } from "../../shared/users.ts";
import { adminProcedure, router } from "./trpc.ts";

export const adminRouter = router({
  accounts: adminProcedure
    .output(z.array(accountSchema))
    .query(({ ctx }) => ctx.services.admin.accounts(ctx.viewer.user)),

  setRole: adminProcedure
    .input(z.object({ userId: idSchema, role: roleSchema.exclude(["bot"]) }))
    .output(userSchema)
    .mutation(({ ctx, input }) => ctx.services.admin.setRole(ctx.viewer.user, input)),

  setStatus: adminProcedure
    .input(z.object({ userId: idSchema, status: accountStatusSchema }))
    .output(userSchema)
    .mutation(({ ctx, input }) => ctx.services.admin.setStatus(ctx.viewer.user, input)),

  createOneTimeLink: adminProcedure
    .input(z.object({ userId: idSchema }))
    .output(oneTimeLinkSchema)
    .mutation(({ ctx, input }) =>
      ctx.services.admin.createOneTimeLink(ctx.viewer.user, input.userId, ctx.request),
    ),
});
