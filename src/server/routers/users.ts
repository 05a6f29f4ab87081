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
  me: procedure.output(profileSchema).query(({ ctx }) => ctx.services.users.me(ctx.viewer.user)),

  list: procedure.output(z.array(userSchema)).query(({ ctx }) => ctx.services.users.list()),

  get: procedure
    .input(z.object({ userId: idSchema }))
    .output(userSchema)
    .query(({ ctx, input }) => ctx.services.users.get(input.userId)),

  updateProfile: procedure
    .input(profileUpdateSchema)
    .output(userSchema)
    .mutation(({ ctx, input }) => ctx.services.users.updateProfile(ctx.viewer.user, input)),

  /** A picture is set by sending its bytes to `POST /avatar`. */
  removeAvatar: procedure
    .output(userSchema)
    .mutation(({ ctx }) => ctx.services.avatars.remove(ctx.viewer.user)),

  setStatus: procedure
    .input(setStatusSchema)
    .output(userSchema)
    .mutation(({ ctx, input }) => ctx.services.users.setStatus(ctx.viewer.user, input)),
});
