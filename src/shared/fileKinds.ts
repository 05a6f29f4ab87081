import type { Attachment } from "./files.ts";

// Apart from the schemas, so that a page that shows files need not load what checks them.

/** What people call a type: what an admin allows, and which icon it has. */
export const fileKinds = ["picture", "audio", "video", "document", "archive", "other"] as const;
/** What sort of thing a file is, to find it by. */
export type FileKind = (typeof fileKinds)[number];

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

export type Picture = Attachment & { width: number; height: number };

/** What is shown as a picture: one that a browser can read and whose size is known. */
export function isPicture(file: Attachment): file is Picture {
  return hasThumbnail(file) && file.width !== null && file.height !== null;
}

/** Types that a browser shows or plays by itself without running anything in them. SVG is not one of them. */
export function isShownInPlace({ type }: Pick<Attachment, "type">): boolean {
  return hasThumbnail({ type }) || playable.test(type);
}

const playable =
  /^(?:audio\/(?:mpeg|mp4|x-m4a|aac|ogg(?:; codecs=opus)?|wav|webm|flac)|video\/(?:mp4|x-m4v|webm|ogg))$/;
