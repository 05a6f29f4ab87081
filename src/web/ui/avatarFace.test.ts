import { describe, expect, it } from "vitest";
import { avatarTone, avatarTones, initials } from "./avatarFace.ts";

describe("initials", () => {
  it.each([
    ["Ada Lovelace", "AL"],
    ["ada", "A"],
    ["Jean-Luc Marie Picard", "JP"],
    ["mira.okafor", "MO"],
    ["李小龙", "李"],
    ["Émile (he/him)", "ÉH"],
    ["🦊", "🦊"],
    ["  ", "?"],
  ])("%s → %s", (name, expected) => {
    expect(initials(name)).toBe(expected);
  });
});

describe("avatarTone", () => {
  it("is the same for the same username, within the tones there are", () => {
    expect(avatarTone("mira")).toBe(avatarTone("mira"));
    for (const username of ["", "a", "mira.okafor"]) {
      expect(avatarTone(username)).toBeGreaterThanOrEqual(0);
      expect(avatarTone(username)).toBeLessThan(avatarTones);
    }
  });

  it("spreads usernames that share a prefix over the tones", () => {
    const counts = Array.from({ length: avatarTones }, () => 0);
    for (let index = 0; index < 1000; index += 1) {
      const tone = avatarTone(`user-${index.toString(16).padStart(12, "0")}`);
      counts[tone] = (counts[tone] ?? 0) + 1;
    }
    expect(Math.min(...counts)).toBeGreaterThan(50);
  });
});
