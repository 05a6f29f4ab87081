import type { StatusEnd } from "./statusEnds.ts";

/** What people say most often. */
export const statusPresets: readonly { emoji: string; text: string; end: StatusEnd }[] = [
  { emoji: "🗓️", text: "In a meeting", end: "halfHour" },
  { emoji: "🥪", text: "Lunch", end: "hour" },
  { emoji: "🤒", text: "Out sick", end: "today" },
  { emoji: "🌴", text: "On holiday", end: "never" },
];

/** Enough to choose from; any other can be typed or pasted. */
export const statusEmoji = [
  { emoji: "💬", name: "Speech bubble" },
  { emoji: "🗓️", name: "Calendar" },
  { emoji: "🎧", name: "Headphones" },
  { emoji: "📞", name: "Telephone" },
  { emoji: "💻", name: "Laptop" },
  { emoji: "✍️", name: "Writing" },
  { emoji: "🏠", name: "House" },
  { emoji: "🚂", name: "Train" },
  { emoji: "🚲", name: "Bicycle" },
  { emoji: "✈️", name: "Plane" },
  { emoji: "🥪", name: "Sandwich" },
  { emoji: "☕", name: "Coffee" },
  { emoji: "🏃", name: "Running" },
  { emoji: "🤒", name: "Ill" },
  { emoji: "🩺", name: "Doctor" },
  { emoji: "👶", name: "Baby" },
  { emoji: "🌴", name: "Palm tree" },
  { emoji: "🎉", name: "Party" },
  { emoji: "📚", name: "Books" },
  { emoji: "🔥", name: "Fire" },
  { emoji: "🌱", name: "Seedling" },
  { emoji: "🌙", name: "Moon" },
  { emoji: "⏳", name: "Hourglass" },
  { emoji: "❤️", name: "Heart" },
] as const;
