import { tracked } from "@trpc/server";
import { z } from "zod";

import { snapshotSchema } from "../../shared/events.ts";
import { procedure, router } from "./trpc.ts";

export const eventsRouter = router({
  /** [RT5] */
  snapshot: procedure
    .output(snapshotSchema)
    .query(({ ctx }) => ctx.services.events.snapshot(ctx.viewer.user)),

  /**
   * [RT4] `lastEventId` is the cursor to resume after; on a reconnect the client's link puts its last
   * tracked one there. One that makes no sense is answered with a reset, not refused [RT6].
   */
  stream: procedure
    .input(
      z.object({
        /** A cursor, `epoch:seq`. */
        lastEventId: z.string().max(200),
      }),
    )
    .subscription(({ ctx, input, signal }) =>
      ctx.services.events
        .stream(ctx.viewer, input.lastEventId, signal)
        .map(({ cursor, item }) => tracked(cursor, item)),
    ),
});
