import { z } from "zod";

import { roomFilesPageSchema, roomFilesSchema } from "../../shared/files.ts";
import { idSchema } from "../../shared/ids.ts";
import { ok, okSchema, procedure, router } from "./trpc.ts";

export const filesRouter = router({
  /** The files that were sent in a room, newest first. */
  ofRoom: procedure
    .input(roomFilesSchema)
    .output(roomFilesPageSchema)
    .query(({ ctx, input }) => ctx.services.files.ofRoom(ctx.viewer.user, input)),

  /** Takes back what one uploaded and has not sent. */
  remove: procedure
    .input(z.object({ fileId: idSchema }))
    .output(okSchema)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.files.remove(ctx.viewer.user, input.fileId);
      return ok;
    }),
});
