import { z } from "zod";

import { idSchema } from "../../shared/ids.ts";
import {
  profileSchema,
  profileUpdateSchema,
  setStatusSchema,
  userSchema,
} from "../../shared/users.ts";
import { procedure, router } from "./trpc.ts";

export const usersRouter = router({
  /** Oneself, with what only oneself sees. */
  me: procedure.output(profileSchema).query(({ ctx }) => ctx.services.users.me(ctx.viewer.user)),

  /** Everyone in the workspace, bots and those who are gone among them. */
  list: procedure.output(z.array(userSchema)).query(({ ctx }) => ctx.services.users.list()),

  /** One of them, by id. */
  get: procedure
    .input(z.object({ userId: idSchema }))
    .output(userSchema)
    .query(({ ctx, input }) => ctx.services.users.get(input.userId)),

  /** Changes what others see of oneself. What is left out stays. */
  updateProfile: procedure
    .input(profileUpdateSchema)
    .output(userSchema)
    .mutation(({ ctx, input }) => ctx.services.users.updateProfile(ctx.viewer.user, input)),

  /** A picture is set by sending its bytes to `POST /avatar`. */
  removeAvatar: procedure
    .output(userSchema)
    .mutation(({ ctx }) => ctx.services.avatars.remove(ctx.viewer.user)),

  /** Sets one's status, or takes it away. */
  setStatus: procedure
    .input(setStatusSchema)
    .output(userSchema)
    .mutation(({ ctx, input }) => ctx.services.users.setStatus(ctx.viewer.user, input)),
});
