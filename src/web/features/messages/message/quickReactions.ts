/** One click away; everything else is in the picker. */
export const quickReactions: readonly { emoji: string; name: string }[] = [
  { emoji: "👍", name: "Thumbs up" },
  { emoji: "❤️", name: "Heart" },
  { emoji: "😂", name: "Laughing" },
  { emoji: "🎉", name: "Celebrate" },
  { emoji: "👀", name: "Looking" },
  { emoji: "✅", name: "Done" },
];
