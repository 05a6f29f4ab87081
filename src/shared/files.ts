import { z } from "zod";
import { fileKinds } from "./fileKinds.ts";
import { idSchema, seqSchema, timeSchema } from "./ids.ts";
import { limits } from "./limits.ts";

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
  /** Pixels, of images and videos. */
  height: z.number().int().nullable(),
  /** A path on the server. */
  url: z.string(),
});
export type Attachment = z.infer<typeof attachmentSchema>;

export const fileKindSchema = z.enum(fileKinds);

/** Where a file is sent to: `POST /files?roomId=…&name=…`, with its bytes as the body. */
export const uploadSchema = z.object({
  roomId: idSchema,
  /** Of the file only: what stands before it in a path is nobody's business. */
  name: z
    .string()
    .transform((name) =>
      name
        .toWellFormed()
        .replace(/^.*[/\\]/, "")
        .trim(),
    )
    .pipe(z.string().min(1).max(limits.fileName)),
});
export type Upload = z.infer<typeof uploadSchema>;

/** A file of a room, with the message that carries it. */
export const roomFileSchema = z.object({
  /** The file itself. */
  file: attachmentSchema,
  messageId: idSchema,
  authorId: idSchema,
  /** When its message was sent, an ISO time. */
  sentAt: timeSchema,
});
export type RoomFile = z.infer<typeof roomFileSchema>;

export const roomFilesSchema = z.object({
  roomId: idSchema,
  /** Absent or `null`: the newest page. */
  cursor: seqSchema.nullish(),
  limit: z.number().int().min(1).max(limits.filesPage.max).default(limits.filesPage.default),
  /** Set by TanStack's infinite query, not used. */
  direction: z.enum(["forward", "backward"]).optional(),
});
/** Asks for the files of a room, page by page. */
export type RoomFiles = z.infer<typeof roomFilesSchema>;

export const roomFilesPageSchema = z.object({
  /** Newest first. */
  files: z.array(roomFileSchema),
  /** Pass as `cursor` for the page before; `null` at the end. */
  older: seqSchema.nullable(),
});
/** Files of a room, and where to go on. */
export type RoomFilesPage = z.infer<typeof roomFilesPageSchema>;
