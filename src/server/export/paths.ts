import type { KeptAvatar, KeptEmoji, KeptFile } from "../store/upkeep.ts";

/**
 * Where the bytes of a file lie in an export. By id, since a name may be one that no disk takes; with the
 * name's ending, so that the file opens.
 */
export function filePath({ id, name }: Pick<KeptFile, "id" | "name">): string {
  return `files/${id}${/\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? ""}`;
}

export function emojiPath({ name, type }: Pick<KeptEmoji, "name" | "type">): string {
  return `emoji/${name}.${type.replace(/^image\//, "").replaceAll(/\W/g, "")}`;
}

export function avatarPath({ userId }: Pick<KeptAvatar, "userId">): string {
  return `avatars/${userId}.webp`;
}
