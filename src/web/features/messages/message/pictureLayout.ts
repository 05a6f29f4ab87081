import type { Picture } from "../../../../shared/fileKinds.ts";

/** Pixels that a lone picture has at most; the server's thumbnails are twice as large. */
const box = { width: 360, height: 300 };
/** Several stand in rows of this height. */
const rowHeight = 144;
/** Below this a picture can hardly be hit. */
const leastWidth = 48;

/** The size at which a picture is shown, alone or among others. */
export function pictureSize(
  { width, height }: Pick<Picture, "width" | "height">,
  alone: boolean,
): { width: number; height: number } {
  if (alone) {
    const scale = Math.min(1, box.width / width, box.height / height);
    return {
      width: Math.max(leastWidth, Math.round(width * scale)),
      height: Math.max(leastWidth, Math.round(height * scale)),
    };
  }
  const ratio = Math.min(2, Math.max(0.6, width / height));
  return { width: Math.round(rowHeight * ratio), height: rowHeight };
}

/** Larger than this, only the still preview is shown in the timeline. */
const mostBytes = { small: 60_000, moving: 8_000_000 };

/** What is loaded into the timeline: the file itself where it is small or moves, else a preview. */
export function pictureSources({ url, type, size }: Picture): { still: string; moving?: string } {
  const preview = `${url}?thumbnail`;
  if (type === "image/gif" && size <= mostBytes.moving) return { still: preview, moving: url };
  return { still: size <= mostBytes.small ? url : preview };
}
