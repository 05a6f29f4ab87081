import { z } from "zod";
import { idSchema, timeSchema } from "./ids.ts";
import { limits } from "./limits.ts";

/** Each may do what those before it may: look, take part, and run the workspace as far as its user may. */
export const tokenScopes = ["read", "write", "admin"] as const;
export const tokenScopeSchema = z.enum(tokenScopes);
/** How far a token reaches. */
export type TokenScope = z.infer<typeof tokenScopeSchema>;

/** A token without its secret, which is shown once and known to nobody after. */
export const accessTokenSchema = z.object({
  id: idSchema,
  /** What it is for, as whoever made it said. */
  name: z.string(),
  scope: tokenScopeSchema,
  createdAt: timeSchema,
  /** To the minute; `null` until it is used. */
  lastUsedAt: timeSchema.nullable(),
  /** `null`: does not expire. */
  expiresAt: timeSchema.nullable(),
});
export type AccessToken = z.infer<typeof accessTokenSchema>;

export const tokenCreateSchema = z.object({
  /** What it is for, to be told from the others. */
  name: z.string().trim().min(1).max(limits.tokenName),
  scope: tokenScopeSchema,
  /** `null`: until it is revoked. */
  expiresInDays: z
    .number()
    .int()
    .min(1)
    .max(366 * 5)
    .nullable()
    .default(90),
});
/** What makes a token. */
export type TokenCreate = z.infer<typeof tokenCreateSchema>;

export const createdTokenSchema = z.object({
  /** What the program shows as its `Authorization: Bearer …`. Nobody can look it up again. */
  secret: z.string(),
  /** What is known of it from now on. */
  token: accessTokenSchema,
});
/** A new token, and its secret, which is shown this once. */
export type CreatedToken = z.infer<typeof createdTokenSchema>;
