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

export const sessionRouter = router({
  state: publicProcedure
    .output(sessionStateSchema)
    .query(({ ctx }) => ctx.services.session.state(ctx.viewer)),

  setUp: publicProcedure
    .input(setUpSchema)
    .output(signedInSchema)
    .mutation(async ({ ctx, input }) => {
      const { token, signedIn } = await ctx.services.signUp.setUp(ctx, input);
      ctx.setSessionToken(token);
      return signedIn;
    }),

  signUp: publicProcedure
    .input(signUpSchema)
    .output(signedInSchema)
    .mutation(async ({ ctx, input }) => {
      const { token, signedIn } = await ctx.services.signUp.signUp(ctx, input);
      ctx.setSessionToken(token);
      return signedIn;
    }),

  signIn: publicProcedure
    .input(signInSchema)
    .output(signedInSchema)
    .mutation(async ({ ctx, input }) => {
      const { token, signedIn } = await ctx.services.session.signIn(ctx, input);
      ctx.setSessionToken(token);
      return signedIn;
    }),

  signOut: personProcedure.output(okSchema).mutation(async ({ ctx }) => {
    await ctx.services.session.revoke(ctx.viewer, ctx.viewer.session.id);
    ctx.setSessionToken(null);
    return ok;
  }),

  previewLink: publicProcedure
    .input(z.object({ token: tokenSchema }))
    .output(linkPreviewSchema)
    .query(({ ctx, input }) => ctx.services.oneTimeLinks.preview(ctx, input.token)),

  useLink: publicProcedure
    .input(useLinkSchema)
    .output(signedInSchema)
    .mutation(async ({ ctx, input }) => {
      const { token, signedIn } = await ctx.services.oneTimeLinks.use(ctx, input);
      ctx.setSessionToken(token);
      return signedIn;
    }),

  createDeviceLink: personProcedure
    .output(oneTimeLinkSchema)
    .mutation(({ ctx }) => ctx.services.deviceLinks.create(ctx.viewer, ctx.request)),

  previewDeviceLink: publicProcedure
    .input(z.object({ token: tokenSchema }))
    .output(linkPreviewSchema)
    .query(({ ctx, input }) => ctx.services.deviceLinks.preview(ctx, input.token)),

  acceptDeviceLink: publicProcedure
    .input(z.object({ token: tokenSchema }))
    .output(signedInSchema)
    .mutation(async ({ ctx, input }) => {
      const { token, signedIn } = await ctx.services.deviceLinks.accept(ctx, input.token);
      ctx.setSessionToken(token);
      return signedIn;
    }),

  list: personProcedure
    .output(z.array(sessionSchema))
    .query(({ ctx }) => ctx.services.session.list(ctx.viewer)),

  revoke: personProcedure
    .input(z.object({ sessionId: idSchema }))
    .output(okSchema)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.session.revoke(ctx.viewer, input.sessionId);
      if (input.sessionId === ctx.viewer.session.id) ctx.setSessionToken(null);
      return ok;
    }),

  changePassword: personProcedure
    .input(changePasswordSchema)
    .output(okSchema)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.session.changePassword(ctx.viewer, input, ctx.request);
      return ok;
    }),

  changeEmail: personProcedure
    .input(changeEmailSchema)
    .output(okSchema)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.session.changeEmail(ctx.viewer, input, ctx.request);
      return ok;
    }),
});
