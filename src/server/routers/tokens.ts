import { z } from "zod";

import { idSchema } from "../../shared/ids.ts";
import { accessTokenSchema, createdTokenSchema, tokenCreateSchema } from "../../shared/tokens.ts";
import { ok, okSchema, personProcedure, router } from "./trpc.ts";

/** One's own. No token makes, sees or revokes another: it would outlive its own end. */
export const tokensRouter = router({
  /** Makes a token, with its secret, which is told this once. */
  create: personProcedure
    .input(tokenCreateSchema)
    .output(createdTokenSchema)
    .mutation(({ ctx, input }) => ctx.services.tokens.create(ctx.viewer.user, input)),

  /** One's own tokens, without their secrets. */
  list: personProcedure
    .output(z.array(accessTokenSchema))
    .query(({ ctx }) => ctx.services.tokens.list(ctx.viewer.user)),

  /** Ends a token; its sockets close within a second. */
  revoke: personProcedure
    .input(z.object({ tokenId: idSchema }))
    .output(okSchema)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.tokens.revoke(ctx.viewer.user, input.tokenId);
      return ok;
    }),
});
