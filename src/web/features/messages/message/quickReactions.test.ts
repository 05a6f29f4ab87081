import { describe, expect, it } from "vitest";
import { quickReactions } from "./quickReactions.ts";

describe("quick reactions", () => {
  const emojiOf = (recent: string[]) => quickReactions(recent).map(({ emoji }) => emoji);

  it("are the usual ones until others are used", () => {
    expect(emojiOf([])).toEqual(["👍", "❤️", "😂", "🎉", "👀", "✅"]);
  });

  it("begin with what was used last, each once", () => {
    expect(emojiOf(["🫖", "🎉"])).toEqual(["🫖", "🎉", "👍", "❤️", "😂", "👀"]);
    expect(emojiOf(["a", "b", "c", "d", "e", "f", "g"])).toEqual(["a", "b", "c", "d", "e", "f"]);
    expect(quickReactions(["🎉"])[0]?.name).toBe("Celebrate");
  });
});
