import { z } from "zod";

import { idSchema } from "../../shared/ids.ts";
import {
  addressedWebhookSchema,
  incomingWebhookCreateSchema,
  incomingWebhookSchema,
} from "../../shared/incomingWebhooks.ts";
import { ok, okSchema, personProcedure, router } from "./trpc.ts";

const oneWebhook = z.object({ webhookId: idSchema });

/** Like tokens: no program hands out another way in. */
export const incomingWebhooksRouter = router({
  /** The webhooks of a room, without their addresses. For those who manage the room. */
  list: personProcedure
    .input(z.object({ roomId: idSchema }))
    .output(z.array(incomingWebhookSchema))
    .query(({ ctx, input }) => ctx.services.incomingWebhooks.list(ctx.viewer.user, input.roomId)),

  /** Makes an address that posts to a room; it is told this once. */
  create: personProcedure
    .input(incomingWebhookCreateSchema)
    .output(addressedWebhookSchema)
    .mutation(({ ctx, input }) =>
      ctx.services.incomingWebhooks.create(ctx.viewer.user, input, ctx.request),
    ),

  /** Gives a webhook a new address. The one before is good no more. */
  rotate: personProcedure
    .input(oneWebhook)
    .output(addressedWebhookSchema)
    .mutation(({ ctx, input }) =>
      ctx.services.incomingWebhooks.rotate(ctx.viewer.user, input.webhookId, ctx.request),
    ),

  /** Takes a webhook away; what it posted stays. */
  delete: personProcedure
    .input(oneWebhook)
    .output(okSchema)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.incomingWebhooks.delete(ctx.viewer.user, input.webhookId);
      return ok;
    }),
});
