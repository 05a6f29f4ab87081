interface QuickReaction {
  emoji: string;
  name: string;
}

const usual: readonly QuickReaction[] = [
  { emoji: "👍", name: "Thumbs up" },
  { emoji: "❤️", name: "Heart" },
  { emoji: "😂", name: "Laughing" },
  { emoji: "🎉", name: "Celebrate" },
  { emoji: "👀", name: "Looking" },
  { emoji: "✅", name: "Done" },
];

/** One click away; everything else is in the picker. What one used last, then the usual ones. */
export function quickReactions(recent: readonly string[]): QuickReaction[] {
  const latest = recent.map(
    (emoji) => usual.find((one) => one.emoji === emoji) ?? { emoji, name: emoji },
  );
  const others = usual.filter(({ emoji }) => !recent.includes(emoji));
  return [...latest, ...others].slice(0, usual.length);
}
