import { z } from "zod";

import { idSchema } from "../../shared/ids.ts";
import { oneTimeLinkSchema } from "../../shared/invites.ts";
import { accountSchema, accountStatusSchema, roleSchema, userSchema } from "../../shared/users.ts";
import { adminProcedure, router } from "./trpc.ts";

export const adminRouter = router({
  /** Everyone, as admins see them. */
  accounts: adminProcedure
    .output(z.array(accountSchema))
    .query(({ ctx }) => ctx.services.admin.accounts(ctx.viewer.user)),

  /** Changes what someone may do. The last owner stays one (`LAST_OWNER`). */
  setRole: adminProcedure
    .input(z.object({ userId: idSchema, role: roleSchema.exclude(["bot"]) }))
    .output(userSchema)
    .mutation(({ ctx, input }) => ctx.services.admin.setRole(ctx.viewer.user, input)),

  /** Closes an account, signed out everywhere, or opens it again; what they wrote stays. */
  setStatus: adminProcedure
    .input(
      z.object({
        userId: idSchema,
        /** Whether the account can be used. */
        status: accountStatusSchema,
      }),
    )
    .output(userSchema)
    .mutation(({ ctx, input }) => ctx.services.admin.setStatus(ctx.viewer.user, input)),

  /** A link by which someone who cannot sign in sets a password. It replaces the one before. */
  createOneTimeLink: adminProcedure
    .input(z.object({ userId: idSchema }))
    .output(oneTimeLinkSchema)
    .mutation(({ ctx, input }) =>
      ctx.services.admin.createOneTimeLink(ctx.viewer.user, input.userId, ctx.request),
    ),
});
