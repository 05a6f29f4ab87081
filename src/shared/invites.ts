import { z } from "zod";
import { idSchema, timeSchema } from "./ids.ts";

export const inviteCreateSchema = z.object({
  /** What whoever uses it becomes. */
  role: z.enum(["member", "guest"]).default("member"),
  /** `null`: does not expire. */
  expiresInHours: z
    .number()
    .int()
    .min(1)
    .max(24 * 365)
    .nullable()
    .default(24 * 7),
  /** `null`: no limit. */
  maxUses: z.number().int().min(1).max(10_000).nullable().default(null),
  /** The rooms that whoever uses it is added to; a guest sees only these. */
  roomIds: z.array(idSchema).max(20).default([]),
});
/** What makes an invite. */
export type InviteCreate = z.infer<typeof inviteCreateSchema>;

export const inviteSchema = z.object({
  id: idSchema,
  /** The link that lets people in. */
  url: z.string(),
  /** What whoever uses it becomes. */
  role: z.enum(["member", "guest"]),
  createdBy: idSchema,
  createdAt: timeSchema,
  expiresAt: timeSchema.nullable(),
  /** How many may come in by it; `null`: no limit. */
  maxUses: z.number().int().nullable(),
  /** How many have. */
  uses: z.number().int(),
  /** The rooms that whoever uses it is added to. */
  roomIds: z.array(idSchema),
});
/** An invite as those who manage invites see it. */
export type Invite = z.infer<typeof inviteSchema>;

export const invitePreviewSchema = z.object({
  workspaceName: z.string(),
  /** The name of who made it. */
  invitedBy: z.string(),
  /** What one becomes by it. */
  role: z.enum(["member", "guest"]),
});
/** What an invite tells whoever holds it. */
export type InvitePreview = z.infer<typeof invitePreviewSchema>;

/** A one-time link that an admin hands to someone who cannot sign in. */
export const oneTimeLinkSchema = z.object({
  /** Good once. */
  url: z.string(),
  /** When it is good no more, an ISO time. */
  expiresAt: timeSchema,
});
export type OneTimeLink = z.infer<typeof oneTimeLinkSchema>;
