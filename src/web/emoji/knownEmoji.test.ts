import { describe, expect, it } from "vitest";
import { loadEmoji, plain } from "./knownEmoji.ts";

describe("the emoji", () => {
  it("have names, tones and a category", async () => {
    const { emoji, categories } = await loadEmoji();
    const thumb = emoji.find(({ names }) => names.includes("+1"));
    expect(thumb).toMatchObject({ emoji: "👍", label: "Thumbs up", names: ["+1", "thumbsup"] });
    expect(thumb?.tones).toEqual(["👍🏻", "👍🏼", "👍🏽", "👍🏾", "👍🏿"]);
    expect(categories.map(({ index }) => index)).toContain(thumb?.category);
    expect(categories.map(({ label }) => label)).toContain("Smileys & emotion");
  });

  it("are each written in one way, the shorter one", async () => {
    expect(plain("👍\uFE0F")).toBe("👍");
    expect(plain("❤\uFE0F")).toBe("❤\uFE0F");
    const { emoji } = await loadEmoji();
    expect(new Set(emoji.map((one) => one.emoji)).size).toBe(emoji.length);
  });
});
