import { z } from "zod";
import { idSchema } from "./ids.ts";

/** A file on a message. Its bytes are at `url`, for members of the message's room only. */
export const attachmentSchema = z.object({
  id: idSchema,
  name: z.string(),
  /** As detected from the bytes, not as claimed. */
  type: z.string(),
  /** Bytes. */
  size: z.number().int(),
  /** Pixels, of images and videos. */
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  url: z.string(),
});
export type Attachment = z.infer<typeof attachmentSchema>;
