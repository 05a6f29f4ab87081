import { describe, expect, it } from "vitest";
import { isEmojiOnly, withoutOwn } from "./emojiOnly.ts";

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

describe("the workspace's own emoji", () => {
  it("count like any other, as long as there are any of that name", () => {
    const own = new Map([["snug", true]]);
    expect(isEmojiOnly(withoutOwn(":snug: 🎉 :snug:", own))).toBe(true);
    expect(isEmojiOnly(withoutOwn(":snug: :gone:", own))).toBe(false);
    expect(withoutOwn("at 10:30:", own)).toBe("at 10:30:");
  });
});
