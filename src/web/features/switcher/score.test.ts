import { describe, expect, it } from "vitest";
import { scoreOf } from "./score.ts";

function order(query: string, names: string[]): string[] {
  return names
    .map((name) => ({ name, score: scoreOf(name, query) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ name }) => name);
}

describe("finding by name", () => {
  it("puts beginnings before words before what is within", () => {
    expect(order("des", ["codes", "web design", "design"])).toEqual([
      "design",
      "web design",
      "codes",
    ]);
  });

  it("does not mind case and accents", () => {
    expect(scoreOf("Tomás García", "tomas g")).toBe(100);
  });

  it("finds by initials and by letters in order", () => {
    expect(scoreOf("Mira Okafor", "mo")).toBe(70);
    expect(scoreOf("announcements", "anmnt")).toBe(40);
  });

  it("forgives slips of the finger in longer words", () => {
    expect(scoreOf("general", "genreal")).toBe(20);
    expect(scoreOf("general", "gemeral")).toBe(20);
    expect(scoreOf("Mira Okafor", "okafro")).toBe(20);
  });

  it("does not forgive so much that everything fits", () => {
    expect(scoreOf("general", "xyz")).toBe(0);
    expect(scoreOf("general", "random")).toBe(0);
  });
});
