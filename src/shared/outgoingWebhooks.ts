import { z } from "zod";
import { idSchema, timeSchema } from "./ids.ts";
import { limits } from "./limits.ts";

/** Log events that other systems can be told of. */
export const webhookEvents = [
  "message.created",
  "message.edited",
  "message.deleted",
  "reaction.added",
  "reaction.removed",
  "member.joined",
  "member.left",
  "room.updated",
  "user.created",
  "user.updated",
] as const;
export const webhookEventSchema = z.enum(webhookEvents);
export type WebhookEvent = z.infer<typeof webhookEventSchema>;

/** An address that is told what happens: of public rooms and of the workspace, never of private or direct rooms. */
export const outgoingWebhookSchema = z.object({
  id: idSchema,
  url: z.string(),
  events: z.array(webhookEventSchema),
  createdBy: idSchema,
  createdAt: timeSchema,
});
export type OutgoingWebhook = z.infer<typeof outgoingWebhookSchema>;

export const outgoingWebhookCreateSchema = z.object({
  url: z
    .string()
    .trim()
    .max(limits.webhookUrl)
    .pipe(z.url({ protocol: /^https?$/ })),
  events: z.array(webhookEventSchema).min(1),
});
export type OutgoingWebhookCreate = z.infer<typeof outgoingWebhookCreateSchema>;

/** With the secret by which what it is told is signed; shown once. */
export const createdOutgoingWebhookSchema = z.object({
  webhook: outgoingWebhookSchema,
  secret: z.string(),
});
export type CreatedOutgoingWebhook = z.infer<typeof createdOutgoingWebhookSchema>;

export const deliverySchema = z.object({
  id: idSchema,
  event: webhookEventSchema,
  state: z.enum(["pending", "delivered", "failed"]),
  attempts: z.number().int(),
  createdAt: timeSchema,
  lastAttemptAt: timeSchema.nullable(),
  /** `null` when it is not tried again by itself. */
  nextAttemptAt: timeSchema.nullable(),
  /** HTTP status of the last answer; `null` when there was none. */
  status: z.number().int().nullable(),
  /** How that answer began, or why there was none. */
  answer: z.string(),
});
export type Delivery = z.infer<typeof deliverySchema>;
