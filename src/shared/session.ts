import { z } from "zod";
import { idSchema, timeSchema } from "./ids.ts";
import { limits } from "./limits.ts";
import {
  displayNameSchema,
  emailSchema,
  meSchema,
  passwordSchema,
  timeZoneSchema,
  usernameSchema,
  userSchema,
} from "./users.ts";
import { workspaceNameSchema } from "./workspace.ts";

/** An invite's, a one-time link's or a device link's secret, as it stands in its address. */
export const tokenSchema = z.string().min(1).max(128);

/** What a page needs to know before it shows anything. */
export const sessionStateSchema = z.object({
  /** `null` until the workspace is set up. */
  workspaceName: z.string().nullable(),
  openSignUp: z.boolean(),
  /** `null` when nobody is signed in. */
  me: meSchema.pick({ id: true, email: true }).nullable(),
});
export type SessionState = z.infer<typeof sessionStateSchema>;

const newAccount = {
  displayName: displayNameSchema,
  username: usernameSchema,
  email: emailSchema,
  password: passwordSchema,
  /** The device's. One that this server does not know keeps nobody from signing up. */
  timeZone: timeZoneSchema.nullable().default(null).catch(null),
};

export const setUpSchema = z.object({ workspaceName: workspaceNameSchema, ...newAccount });
/** What makes the workspace and the account of its owner. */
export type SetUp = z.infer<typeof setUpSchema>;

export const signUpSchema = z.object({
  /** `null`: where the workspace lets anyone sign up. */
  inviteToken: tokenSchema.nullable().default(null),
  ...newAccount,
});
/** What makes an account. */
export type SignUp = z.infer<typeof signUpSchema>;

export const signInSchema = z.object({
  /** E-mail or username. */
  login: z.string().trim().min(1).max(limits.email),
  password: z.string().min(1).max(limits.password.max),
});
/** What begins a session by password. */
export type SignIn = z.infer<typeof signInSchema>;

/** Answer to set-up, sign-up, sign-in and a used one-time link; the cookie travels beside it. */
export const signedInSchema = z.object({
  user: userSchema,
  /** Where to land; `null` for a guest without rooms. */
  firstRoomId: idSchema.nullable(),
});
export type SignedIn = z.infer<typeof signedInSchema>;

export const changePasswordSchema = z.object({
  /** The password so far. */
  current: z.string().max(limits.password.max),
  /** The password from now on. */
  next: passwordSchema,
});

/** Whoever finds a device open must not take the account with it: the password is asked for again. */
export const changeEmailSchema = z.object({
  email: emailSchema,
  password: z.string().max(limits.password.max),
});

/** `session.useLink`: a one-time link sets a password and signs in. */
export const useLinkSchema = z.object({
  /** The secret at the end of the link's address. */
  token: tokenSchema,
  password: passwordSchema,
});

export const linkPreviewSchema = z.object({ username: z.string(), displayName: z.string() });
/** Whom a one-time link is for. */
export type LinkPreview = z.infer<typeof linkPreviewSchema>;

/** One signed-in device. */
export const sessionSchema = z.object({
  id: idSchema,
  /** Whether it is the one that asks. */
  current: z.boolean(),
  /** How its browser called itself when it signed in. */
  userAgent: z.string(),
  createdAt: timeSchema,
  /** When it was last used, an ISO time. */
  lastSeenAt: timeSchema,
});
export type Session = z.infer<typeof sessionSchema>;
