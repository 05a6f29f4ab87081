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
  /** Where it is told. */
  url: z.string(),
  /** What it is told of. */
  events: z.array(webhookEventSchema),
  createdBy: idSchema,
  createdAt: timeSchema,
});
export type OutgoingWebhook = z.infer<typeof outgoingWebhookSchema>;

export const outgoingWebhookCreateSchema = z.object({
  /** Where to tell it; private addresses are refused unless the server allows them. */
  url: z
    .string()
    .trim()
    .max(limits.webhookUrl)
    .pipe(z.url({ protocol: /^https?$/ })),
  /** What it is told of. */
  events: z.array(webhookEventSchema).min(1),
});
export type OutgoingWebhookCreate = z.infer<typeof outgoingWebhookCreateSchema>;

/** With the secret by which what it is told is signed; shown once. */
export const createdOutgoingWebhookSchema = z.object({
  webhook: outgoingWebhookSchema,
  /** The key of its signatures, after `whsec_` in Base64. */
  secret: z.string(),
});
export type CreatedOutgoingWebhook = z.infer<typeof createdOutgoingWebhookSchema>;

export const deliverySchema = z.object({
  id: idSchema,
  /** What it tells of. */
  event: webhookEventSchema,
  /** `pending` is tried again by itself; `failed` was given up. */
  state: z.enum(["pending", "delivered", "failed"]),
  /** How often it was tried. */
  attempts: z.number().int(),
  createdAt: timeSchema,
  /** An ISO time; `null` before the first. */
  lastAttemptAt: timeSchema.nullable(),
  /** `null` when it is not tried again by itself. */
  nextAttemptAt: timeSchema.nullable(),
  /** HTTP status of the last answer; `null` when there was none. */
  status: z.number().int().nullable(),
  /** How that answer began, or why there was none. */
  answer: z.string(),
});
export type Delivery = z.infer<typeof deliverySchema>;
