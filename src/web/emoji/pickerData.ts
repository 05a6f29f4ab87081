import type { EmojiData } from "frimousse";
import type { CustomEmoji } from "../../shared/emoji.ts";
import type { KnownEmoji } from "./knownEmoji.ts";
import { loadEmoji } from "./knownEmoji.ts";
import { tones } from "./recentEmoji.ts";

type Skins = NonNullable<EmojiData["emojis"][number]["skins"]>;

/** Before Unicode's own, which count from 0. */
const recentCategory = -2;
const ownCategory = -1;

/** What the picker shows: what one used last, then everything. */
export async function pickerData(
  recent: readonly string[],
  own: readonly CustomEmoji[],
): Promise<EmojiData> {
  const { emoji, categories } = await loadEmoji();
  const known = new Map(
    emoji.flatMap((one) => [one.emoji, ...one.tones].map((shown) => [shown, one] as const)),
  );
  const ours = own.map(({ name }) => ownEntry(name));
  const latest = recent.flatMap((shown) => {
    const custom = ours.find((entry) => entry.emoji === shown);
    if (custom) return [{ ...custom, category: recentCategory }];
    const one = known.get(shown);
    // As it was used: its tone is part of it.
    return one
      ? [{ ...entryOf(one), emoji: shown, category: recentCategory, skins: undefined }]
      : [];
  });
  return {
    locale: "en",
    emojis: [...latest, ...ours, ...emoji.map((one) => entryOf(one))],
    categories: [
      { index: recentCategory, label: "Recent" },
      { index: ownCategory, label: "Our own" },
      ...categories,
    ],
    skinTones: {
      light: "Light skin tone",
      "medium-light": "Medium-light skin tone",
      medium: "Medium skin tone",
      "medium-dark": "Medium-dark skin tone",
      dark: "Dark skin tone",
    },
  };
}

function ownEntry(name: string) {
  const word = `:${name}:`;
  return { emoji: word, label: word, category: ownCategory, version: 0, tags: [name] };
}

function entryOf({ emoji, label, names, tags, category, tones: toned }: KnownEmoji) {
  return { emoji, label, category, version: 0, tags: [...names, ...tags], skins: skinsOf(toned) };
}

function skinsOf(toned: readonly string[]): Skins | undefined {
  const [light, mediumLight, medium, mediumDark, dark] = toned;
  if (!light || !mediumLight || !medium || !mediumDark || !dark) return undefined;
  return { light, "medium-light": mediumLight, medium, "medium-dark": mediumDark, dark };
}

/** The emoji in the tone that one prefers. */
export function toned(one: KnownEmoji, tone: (typeof tones)[number]): string {
  return one.tones[tones.indexOf(tone) - 1] ?? one.emoji;
}
