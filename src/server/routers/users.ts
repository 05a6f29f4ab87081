import { z } from "zod";

import { idSchema } from "../../shared/ids.ts";
import { profileUpdateSchema, userSchema } from "../../shared/users.ts";
import { procedure, router } from "./trpc.ts";

export const usersRouter = router({
  get: procedure
    .input(z.object({ userId: idSchema }))
    .output(userSchema)
    .query(({ ctx, input }) => ctx.services.users.get(input.userId)),

  updateProfile: procedure
    .input(profileUpdateSchema)
    .output(userSchema)
    .mutation(({ ctx, input }) => ctx.services.users.updateProfile(ctx.viewer.user, input)),
});
