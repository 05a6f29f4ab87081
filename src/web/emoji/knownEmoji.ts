/** An emoji of Unicode's. */
export interface KnownEmoji {
  emoji: string;
  label: string;
  /** What one types between colons, the usual name first. */
  names: readonly string[];
  /** Other words by which it is found. */
  tags: readonly string[];
  category: number;
  /** The same in each tone, from light to dark; empty where there is but one. */
  tones: readonly string[];
}

export interface EmojiCategory {
  index: number;
  label: string;
}

export interface EmojiSet {
  emoji: readonly KnownEmoji[];
  categories: readonly EmojiCategory[];
}

/** Of later versions many a font has no picture yet. */
const newestVersion = 15;

let loading: Promise<EmojiSet> | undefined;

/** All emoji with their names; loaded once, when one is first looked for. */
export function loadEmoji(): Promise<EmojiSet> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<EmojiSet> {
  const [{ default: data }, { default: names }, { default: messages }] = await Promise.all([
    import("emojibase-data/en/data.json"),
    import("emojibase-data/en/shortcodes/iamcal.json"),
    import("emojibase-data/en/messages.json"),
  ]);
  const categories = messages.groups
    .filter(({ key }) => key !== "component")
    .map(({ order, message }) => ({ index: order, label: capitalised(message) }));
  const shown = new Set(categories.map(({ index }) => index));
  const emoji = data
    .filter(({ group, version }) => shown.has(group ?? -1) && version <= newestVersion)
    .toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0))
    .map((one) => ({
      emoji: plain(one.emoji),
      label: capitalised(one.label),
      names: [names[one.hexcode] ?? []].flat(),
      tags: one.tags ?? [],
      category: one.group ?? 0,
      tones: (one.skins ?? [])
        .filter(({ tone }) => typeof tone === "number")
        .map((skin) => plain(skin.emoji)),
    }));
  return { emoji, categories };
}

/**
 * Without the selectors that change nothing, which the data has and keyboards leave out: two ways to
 * write one emoji would be two reactions.
 */
export function plain(emoji: string): string {
  return emoji.replaceAll(/(\p{Emoji_Presentation})\uFE0F/gu, "$1");
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
