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
  it("is the same for the same id, within the tones there are", () => {
    expect(avatarTone("0198a1")).toBe(avatarTone("0198a1"));
    for (const id of ["", "a", "0198a1b2"]) {
      expect(avatarTone(id)).toBeGreaterThanOrEqual(0);
      expect(avatarTone(id)).toBeLessThan(avatarTones);
    }
  });

  it("spreads ids that share a prefix over the tones", () => {
    const counts = Array.from({ length: avatarTones }, () => 0);
    for (let index = 0; index < 1000; index += 1) {
      const tone = avatarTone(`01999999-0000-7000-8000-${index.toString(16).padStart(12, "0")}`);
      counts[tone] = (counts[tone] ?? 0) + 1;
    }
    expect(Math.min(...counts)).toBeGreaterThan(50);
  });
});
