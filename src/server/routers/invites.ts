import { z } from "zod";

import { idSchema } from "../../shared/ids.ts";
import { inviteCreateSchema, invitePreviewSchema, inviteSchema } from "../../shared/invites.ts";
import { tokenSchema } from "../../shared/session.ts";
import { ok, okSchema, adminProcedure, publicProcedure, router } from "./trpc.ts";

export const invitesRouter = router({
  create: adminProcedure
    .input(inviteCreateSchema)
    .output(inviteSchema)
    .mutation(({ ctx, input }) => ctx.services.invites.create(ctx.viewer.user, input, ctx.request)),

  list: adminProcedure
    .output(z.array(inviteSchema))
    .query(({ ctx }) => ctx.services.invites.list(ctx.viewer.user, ctx.request)),

  revoke: adminProcedure
    .input(z.object({ inviteId: idSchema }))
    .output(okSchema)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.invites.revoke(ctx.viewer.user, input.inviteId);
      return ok;
    }),

  preview: publicProcedure
    .input(z.object({ token: tokenSchema }))
    .output(invitePreviewSchema)
    .query(({ ctx, input }) => ctx.services.invites.preview(input.token, ctx.request)),
});
