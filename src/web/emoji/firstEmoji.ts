import type { EmojiData, SkinTone } from "frimousse";

/**
 * What the picker's list will show first for a text, by its rules. The list follows what is typed some frames
 * and an idle moment later, and does not say when: whoever waited for it would take what stood there before.
 */
export function firstEmoji(data: EmojiData, text: string, tone: SkinTone): string | null {
  const wanted = text.toLowerCase().trim();
  if (wanted === "") return null;
  for (const { index } of data.categories) {
    const best = data.emojis
      .filter(({ category }) => category === index)
      .map((emoji) => ({ emoji, score: scoreOf(emoji, wanted) }))
      .filter(({ score }) => score > 0)
      .toSorted((a, b) => b.score - a.score)[0];
    if (best) return (tone !== "none" && best.emoji.skins?.[tone]) || best.emoji.emoji;
  }
  return null;
}

/** Its name counts more than all other words for it. */
function scoreOf({ label, tags }: EmojiData["emojis"][number], wanted: string): number {
  const named = label.toLowerCase().includes(wanted) ? 10 : 0;
  return named + tags.filter((tag) => tag.toLowerCase().includes(wanted)).length;
}
