import { z } from "zod";

import { idSchema } from "../../shared/ids.ts";
import { oneTimeLinkSchema } from "../../shared/invites.ts";
import {
  changeEmailSchema,
  changePasswordSchema,
  linkPreviewSchema,
  sessionSchema,
  sessionStateSchema,
  setUpSchema,
  signedInSchema,
  signInSchema,
  signUpSchema,
  tokenSchema,
  useLinkSchema,
} from "../../shared/session.ts";
import { ok, okSchema, personProcedure, publicProcedure, router } from "./trpc.ts";

const oneLink = z.object({
  /** The secret at the end of the link's address. */
  token: tokenSchema,
});

export const sessionRouter = router({
  /** What a page needs to know before it shows anything; also for those who are not signed in. */
  state: publicProcedure
    .output(sessionStateSchema)
    .query(({ ctx }) => ctx.services.session.state(ctx.viewer)),

  /**
   * Names the workspace and makes its owner's account, signed in. Once: after that,
   * `ALREADY_SET_UP`.
   */
  setUp: publicProcedure
    .input(setUpSchema)
    .output(signedInSchema)
    .mutation(async ({ ctx, input }) => {
      const { token, signedIn } = await ctx.services.signUp.setUp(ctx, input);
      ctx.setSessionToken(token);
      return signedIn;
    }),

  /**
   * Makes an account and signs it in: by an invite, or by none where the workspace lets anyone
   * sign up.
   */
  signUp: publicProcedure
    .input(signUpSchema)
    .output(signedInSchema)
    .mutation(async ({ ctx, input }) => {
      const { token, signedIn } = await ctx.services.signUp.signUp(ctx, input);
      ctx.setSessionToken(token);
      return signedIn;
    }),

  /**
   * Begins a session, in a cookie. `WRONG_CREDENTIALS` does not tell which of the two was wrong.
   */
  signIn: publicProcedure
    .input(signInSchema)
    .output(signedInSchema)
    .mutation(async ({ ctx, input }) => {
      const { token, signedIn } = await ctx.services.session.signIn(ctx, input);
      ctx.setSessionToken(token);
      return signedIn;
    }),

  /** Ends the session that asks. */
  signOut: personProcedure.output(okSchema).mutation(async ({ ctx }) => {
    await ctx.services.session.revoke(ctx.viewer, ctx.viewer.session.id);
    ctx.setSessionToken(null);
    return ok;
  }),

  /**
   * Whom a one-time link is for, without using it up. `LINK_INVALID` when it was used or has
   * expired.
   */
  previewLink: publicProcedure
    .input(oneLink)
    .output(linkPreviewSchema)
    .query(({ ctx, input }) => ctx.services.oneTimeLinks.preview(ctx, input.token)),

  /** Sets a new password by a one-time link, and begins a session. */
  useLink: publicProcedure
    .input(useLinkSchema)
    .output(signedInSchema)
    .mutation(async ({ ctx, input }) => {
      const { token, signedIn } = await ctx.services.oneTimeLinks.use(ctx, input);
      ctx.setSessionToken(token);
      return signedIn;
    }),

  /** An address at which another device of one's own comes in, once and soon. */
  createDeviceLink: personProcedure
    .output(oneTimeLinkSchema)
    .mutation(({ ctx }) => ctx.services.deviceLinks.create(ctx.viewer, ctx.request)),

  /** As whom a device link lets in, without using it up. */
  previewDeviceLink: publicProcedure
    .input(oneLink)
    .output(linkPreviewSchema)
    .query(({ ctx, input }) => ctx.services.deviceLinks.preview(ctx, input.token)),

  /** Begins a session by a device link. */
  acceptDeviceLink: publicProcedure
    .input(oneLink)
    .output(signedInSchema)
    .mutation(async ({ ctx, input }) => {
      const { token, signedIn } = await ctx.services.deviceLinks.accept(ctx, input.token);
      ctx.setSessionToken(token);
      return signedIn;
    }),

  /** The devices that one is signed in on. */
  list: personProcedure
    .output(z.array(sessionSchema))
    .query(({ ctx }) => ctx.services.session.list(ctx.viewer)),

  /** Ends a session of one's own; its sockets close within a second. */
  revoke: personProcedure
    .input(z.object({ sessionId: idSchema }))
    .output(okSchema)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.session.revoke(ctx.viewer, input.sessionId);
      if (input.sessionId === ctx.viewer.session.id) ctx.setSessionToken(null);
      return ok;
    }),

  /** Sets a new password by the one before; one's other sessions end. */
  changePassword: personProcedure
    .input(changePasswordSchema)
    .output(okSchema)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.session.changePassword(ctx.viewer, input, ctx.request);
      return ok;
    }),

  /** Changes the address that one signs in by; the password is asked for again. */
  changeEmail: personProcedure
    .input(changeEmailSchema)
    .output(okSchema)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.session.changeEmail(ctx.viewer, input, ctx.request);
      return ok;
    }),
});
