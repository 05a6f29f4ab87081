import { z } from "zod";
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
  height: z.number().int().nullable(),
  url: z.string(),
});
export type Attachment = z.infer<typeof attachmentSchema>;

/** What people call a type: what an admin allows, and which icon it has. */
export const fileKinds = ["picture", "audio", "video", "document", "archive", "other"] as const;
export const fileKindSchema = z.enum(fileKinds);
export type FileKind = z.infer<typeof fileKindSchema>;

export function fileKindOf(type: string): FileKind {
  if (type.startsWith("image/")) return "picture";
  if (type.startsWith("audio/")) return "audio";
  if (type.startsWith("video/")) return "video";
  if (type.startsWith("text/") || documents.test(type)) return "document";
  return archives.test(type) ? "archive" : "other";
}

const documents =
  /^application\/(?:pdf|rtf|epub\+zip|msword|xml|x-cfb|vnd\.(?:ms-|openxmlformats|oasis\.open))/;
const archives = /^application\/.*(?:zip|tar|7z|rar|compress|bzip|xz|zstd|lz4)/;

/** Types of which the server makes small previews, at the file's address with `?thumbnail`. */
export function hasThumbnail({ type }: Pick<Attachment, "type">): boolean {
  return /^image\/(?:png|jpeg|gif|webp|avif)$/.test(type);
}

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
  file: attachmentSchema,
  messageId: idSchema,
  authorId: idSchema,
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
export type RoomFiles = z.infer<typeof roomFilesSchema>;

export const roomFilesPageSchema = z.object({
  /** Newest first. */
  files: z.array(roomFileSchema),
  /** Pass as `cursor` for the page before; `null` at the end. */
  older: seqSchema.nullable(),
});
export type RoomFilesPage = z.infer<typeof roomFilesPageSchema>;
