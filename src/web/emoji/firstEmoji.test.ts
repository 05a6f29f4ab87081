import type { EmojiData } from "frimousse";
import { describe, expect, it } from "vitest";
import { firstEmoji } from "./firstEmoji.ts";

const data: EmojiData = {
  locale: "en",
  emojis: [
    { emoji: "🫖", label: "Teapot", category: 4, version: 14, tags: ["brew", "drink"] },
    { emoji: "😬", label: "Grimacing face", category: 0, version: 1, tags: ["teeth"] },
    { emoji: "😁", label: "Beaming face", category: 0, version: 1, tags: ["teeth", "teehee"] },
    { emoji: "👋", label: "Waving hand", category: 1, version: 1, tags: [], skins: skins("👋") },
    { emoji: "🍵", label: "Teacup", category: 4, version: 1, tags: ["tea", "teapot"] },
  ],
  categories: [0, 1, 4].map((index) => ({ index, label: `Category ${index}` })),
  skinTones: {
    light: "",
    "medium-light": "",
    medium: "",
    "medium-dark": "",
    dark: "",
  },
};

function skins(emoji: string) {
  return {
    light: `${emoji}🏻`,
    "medium-light": `${emoji}🏼`,
    medium: `${emoji}🏽`,
    "medium-dark": `${emoji}🏾`,
    dark: `${emoji}🏿`,
  };
}

describe("the first emoji for a text", () => {
  it("is that with most words for it, of the first category that has any", () => {
    expect(firstEmoji(data, "te", "none")).toBe("😁");
    expect(firstEmoji(data, "tea", "none")).toBe("🍵");
  });

  it("is one of that name before one that has it among other words", () => {
    expect(firstEmoji(data, " TeaPot ", "none")).toBe("🫖");
  });

  it("has one's tone, where it has tones", () => {
    expect(firstEmoji(data, "hand", "dark")).toBe("👋🏿");
    expect(firstEmoji(data, "teapot", "dark")).toBe("🫖");
  });

  it("is none for nothing, and for what none is called", () => {
    expect(firstEmoji(data, " ", "none")).toBeNull();
    expect(firstEmoji(data, "sextant", "none")).toBeNull();
  });
});
