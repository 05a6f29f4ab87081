import { z } from "zod";
import { idSchema, timeSchema } from "./ids.ts";
import { limits } from "./limits.ts";
import { chosenPresenceSchema, forSecondsSchema } from "./presence.ts";

export const roles = ["owner", "admin", "member", "guest", "bot"] as const;
export const roleSchema = z.enum(roles);
/** What someone may do in the whole workspace. */
export type Role = z.infer<typeof roleSchema>;

export const accountStatusSchema = z.enum(["active", "deactivated", "banned"]);
/** Whether an account can be used, and if not, why. */
export type AccountStatus = z.infer<typeof accountStatusSchema>;

/** Lower case; what `@` completes and what one signs in with. */
export const usernameSchema = z
  .string()
  .trim()
  .toLowerCase()
  .min(2)
  .max(limits.username)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u, "Use letters, digits, dots, dashes and underscores.");
export const displayNameSchema = z.string().trim().min(1).max(limits.displayName);
export const emailSchema = z.string().trim().toLowerCase().max(limits.email).pipe(z.email());
export const passwordSchema = z.string().min(limits.password.min).max(limits.password.max);

/** An IANA name that this runtime knows. */
export const timeZoneSchema = z.string().max(64).refine(isTimeZone, "Unknown time zone.");

const statusWords = {
  /** The emoji itself, or `:name:` of one of the workspace's own; `null`: only words. */
  emoji: z.string().trim().min(1).max(limits.emoji).nullable(),
  /** May be empty beside an emoji. */
  text: z.string().trim().max(limits.statusText),
};

/** Gone at `expiresAt` by the server's clock; for a moment after, it may still be handed out. */
export const customStatusSchema = z.object({ ...statusWords, expiresAt: timeSchema.nullable() });
export type CustomStatus = z.infer<typeof customStatusSchema>;

/** `users.setStatus`; `null` takes the status away. */
export const setStatusSchema = z.object({
  /** `null` takes it away. */
  status: z
    .object({
      ...statusWords,
      /** How long it stands, by the server's clock; `null`: until it is changed. */
      forSeconds: forSecondsSchema,
    })
    .refine(({ emoji, text }) => emoji !== null || text !== "", {
      path: ["text"],
      message: "Say something, or choose an emoji.",
    })
    .nullable(),
});
export type SetStatus = z.infer<typeof setStatusSchema>;

/** What everyone in the workspace may know of a user. */
export const userSchema = z.object({
  id: idSchema,
  username: z.string(),
  displayName: z.string(),
  bio: z.string(),
  timeZone: z.string().nullable(),
  avatarUrl: z.string().nullable(),
  role: roleSchema,
  /** Whether the account can be used. */
  status: accountStatusSchema,
  customStatus: customStatusSchema.nullable(),
  createdAt: timeSchema,
});
export type User = z.infer<typeof userSchema>;

/** The signed-in user as they see themselves. */
export const meSchema = z.object({
  id: idSchema,
  email: z.string().nullable(),
  /** What one chose to be shown as. */
  presence: chosenPresenceSchema,
});
export type Me = z.infer<typeof meSchema>;

/** The same with all that others see of them. */
export const profileSchema = userSchema.extend({ email: z.string().nullable() });
export type Profile = z.infer<typeof profileSchema>;

/** A user as admins see them. */
export const accountSchema = userSchema.extend({
  email: z.string().nullable(),
  /** Of their latest session; `null` for someone who never signed in. */
  lastSeenAt: timeSchema.nullable(),
  /** Not yet for someone who was made by a command or an import and has not used their link. */
  hasPassword: z.boolean(),
});
export type Account = z.infer<typeof accountSchema>;

export const profileUpdateSchema = z.object({
  displayName: displayNameSchema.optional(),
  username: usernameSchema.optional(),
  bio: z.string().trim().max(limits.bio).optional(),
  timeZone: timeZoneSchema.nullable().optional(),
});
/** What is to change about oneself; what is left out stays. */
export type ProfileUpdate = z.infer<typeof profileUpdateSchema>;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
