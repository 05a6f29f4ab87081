import { z } from "zod";
import { idSchema, seqSchema } from "./ids.ts";
import { limits } from "./limits.ts";

/** What someone began to write, as it stands in the composer; shared by all of their devices. */
export const draftSchema = z.object({
  /** The thread that it is for; `null` for the room itself. */
  rootId: idSchema.nullable(),
  /** As it was typed. */
  text: z.string(),
});
export type Draft = z.infer<typeof draftSchema>;

export const draftSaveSchema = z.object({
  roomId: idSchema,
  /** The thread that it is for; `null` for the room itself. */
  rootId: idSchema.nullable().default(null),
  /** Nothing but space: the draft is gone. */
  text: z
    .string()
    .max(limits.draft)
    .overwrite((text) => text.toWellFormed()),
});
export type DraftSave = z.infer<typeof draftSaveSchema>;

/** From this seq on, the snapshot holds what was saved. */
export const draftSavedSchema = z.object({ seq: seqSchema });
export type DraftSaved = z.infer<typeof draftSavedSchema>;
