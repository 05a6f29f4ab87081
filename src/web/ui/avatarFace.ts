/** How many tones `Avatar.module.css` has. */
export const avatarTones = 10;

/** The same tone for the same username, on every machine and in every workspace (FNV-1a). */
export function avatarTone(username: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < username.length; index += 1) {
    hash = Math.imul(hash ^ username.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0) % avatarTones;
}

/** One or two characters for a name: "Ada Lovelace" → "AL", "ada" → "A", "李小龙" → "李". */
export function initials(name: string): string {
  const words = name.split(/[\s._-]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const first = words[0] ?? name.trim();
  const last = words.length > 1 ? words.at(-1) : undefined;
  return [first, last].map(firstCharacter).join("").toLocaleUpperCase() || "?";
}

/** Building a segmenter costs more than drawing the avatar. */
const characters = new Intl.Segmenter(undefined, { granularity: "grapheme" });

function firstCharacter(word: string | undefined): string {
  const letters = word?.match(/[\p{L}\p{N}]/u)?.[0] ?? word ?? "";
  const [first] = characters.segment(letters);
  return first?.segment ?? "";
}
