import { z } from "zod";
import { idSchema, timeSchema } from "./ids.ts";
import { displayNameSchema } from "./users.ts";

/** An address at which other systems post to one room, as a bot of its own. */
export const incomingWebhookSchema = z.object({
  id: idSchema,
  roomId: idSchema,
  botId: idSchema,
  name: z.string(),
  createdBy: idSchema,
  createdAt: timeSchema,
  /** To the minute; `null` until it is used. */
  lastUsedAt: timeSchema.nullable(),
});
export type IncomingWebhook = z.infer<typeof incomingWebhookSchema>;

export const incomingWebhookCreateSchema = z.object({ roomId: idSchema, name: displayNameSchema });
export type IncomingWebhookCreate = z.infer<typeof incomingWebhookCreateSchema>;

/** With the address, which is shown once: whoever has it can post. */
export const addressedWebhookSchema = z.object({
  webhook: incomingWebhookSchema,
  /** What others post to; whoever has it can. */
  url: z.string(),
});
export type AddressedWebhook = z.infer<typeof addressedWebhookSchema>;
