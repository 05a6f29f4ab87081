import { z } from "zod";

import { idSchema } from "../../shared/ids.ts";
import { inviteCreateSchema, invitePreviewSchema, inviteSchema } from "../../shared/invites.ts";
import { tokenSchema } from "../../shared/session.ts";
import { ok, okSchema, adminProcedure, publicProcedure, router } from "./trpc.ts";

export const invitesRouter = router({
  /** Makes an invite, with the link that lets people in. */
  create: adminProcedure
    .input(inviteCreateSchema)
    .output(inviteSchema)
    .mutation(({ ctx, input }) => ctx.services.invites.create(ctx.viewer.user, input, ctx.request)),

  /** The invites that are still good. */
  list: adminProcedure
    .output(z.array(inviteSchema))
    .query(({ ctx }) => ctx.services.invites.list(ctx.viewer.user, ctx.request)),

  /** Ends an invite. Who came in by it stays. */
  revoke: adminProcedure
    .input(z.object({ inviteId: idSchema }))
    .output(okSchema)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.invites.revoke(ctx.viewer.user, input.inviteId);
      return ok;
    }),

  /**
   * What an invite tells whoever holds it, without using it. `INVITE_INVALID` when it is good no
   * more.
   */
  preview: publicProcedure
    .input(
      z.object({
        /** The secret at the end of the invite's address. */
        token: tokenSchema,
      }),
    )
    .output(invitePreviewSchema)
    .query(({ ctx, input }) => ctx.services.invites.preview(input.token, ctx.request)),
});
