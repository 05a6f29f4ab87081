import { expect, it } from "vitest";

import names from "emojibase-data/en/shortcodes/iamcal.json" with { type: "json" };

import { emojiNamed } from "./shortcodes.ts";

it("knows every name as an emoji that fonts draw in colour", () => {
  const all = Object.values(names).flat();
  expect(all.length).toBeGreaterThan(1900);
  const odd = all.filter((name) => !/^\p{RGI_Emoji}$/v.test(emojiNamed(name) ?? ""));
  expect(odd).toEqual([]);
});

it("keeps the skin tone where the emoji can have one", () => {
  expect(emojiNamed("+1::skin-tone-3")).toBe("👍🏼");
  expect(emojiNamed("male-technologist::skin-tone-6")).toBe("👨🏿‍💻");
  expect(emojiNamed("tada::skin-tone-3")).toBe("🎉");
});

it("tells a workspace's own emoji by not knowing it", () => {
  expect(emojiNamed("party-gecko")).toBeUndefined();
  expect(emojiNamed("constructor")).toBeUndefined();
});
