import { describe, expect, it } from "vitest";
import { isEmojiOnly } from "./emojiOnly.ts";

describe("a message of emoji alone", () => {
  it("is a handful of them and nothing else", () => {
    for (const body of ["🎉", "👍🏽 ❤️", "1️⃣", "👩‍👩‍👧‍👦", "🏳️‍🌈🇳🇴"]) expect(isEmojiOnly(body)).toBe(true);
  });

  it("holds no words, digits or signs, and is not a wall", () => {
    for (const body of ["", " ", "ok 👍", "1", "#", "🎉".repeat(13)]) {
      expect(isEmojiOnly(body)).toBe(false);
    }
  });
});
