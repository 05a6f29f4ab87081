import { z } from "zod";

import { idSchema } from "../../shared/ids.ts";
import {
  createdOutgoingWebhookSchema,
  deliverySchema,
  outgoingWebhookCreateSchema,
  outgoingWebhookSchema,
} from "../../shared/outgoingWebhooks.ts";
import { adminProcedure, ok, okSchema, personProcedure, router } from "./trpc.ts";

const oneWebhook = z.object({ webhookId: idSchema });

export const outgoingWebhooksRouter = router({
  /** The addresses that are told what happens, without their secrets. For admins. */
  list: adminProcedure
    .output(z.array(outgoingWebhookSchema))
    .query(({ ctx }) => ctx.services.outgoingWebhooks.list(ctx.viewer.user)),

  /**
   * Adds an address that is told what happens from now on, with the secret that signs it, which is
   * told this once.
   */
  create: personProcedure
    .input(outgoingWebhookCreateSchema)
    .output(createdOutgoingWebhookSchema)
    .mutation(({ ctx, input }) => ctx.services.outgoingWebhooks.create(ctx.viewer.user, input)),

  /** Takes an address away, with what it was still to be told. */
  delete: adminProcedure
    .input(oneWebhook)
    .output(okSchema)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.outgoingWebhooks.delete(ctx.viewer.user, input.webhookId);
      return ok;
    }),

  /** What an address was told lately, newest first, and what it answered. */
  deliveries: adminProcedure
    .input(oneWebhook)
    .output(z.array(deliverySchema))
    .query(({ ctx, input }) =>
      ctx.services.outgoingWebhooks.deliveries(ctx.viewer.user, input.webhookId),
    ),

  /** Sends a delivery again. */
  redeliver: adminProcedure
    .input(oneWebhook.extend({ deliveryId: z.string().min(1).max(100) }))
    .output(okSchema)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.outgoingWebhooks.redeliver(ctx.viewer.user, input);
      return ok;
    }),
});
