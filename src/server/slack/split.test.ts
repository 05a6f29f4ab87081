import { expect, it } from "vitest";

import { splitBody } from "./split.ts";

it("leaves alone what fits", () => {
  expect(splitBody("short", 100)).toEqual(["short"]);
});

it("cuts between lines and loses none of them", () => {
  const lines = Array.from({ length: 40 }, (_, index) => `line ${index}`);
  const pieces = splitBody(lines.join("\n"), 100);
  expect(pieces.every((piece) => piece.length <= 100)).toBe(true);
  expect(pieces.flatMap((piece) => piece.split("\n"))).toEqual(lines);
});

it("cuts a single line between words, and a single word between characters", () => {
  expect(splitBody("word ".repeat(30).trim(), 100).join(" ")).toBe("word ".repeat(30).trim());
  const pieces = splitBody("😀".repeat(100), 101);
  expect(pieces.join("")).toBe("😀".repeat(100));
  expect(pieces.every((piece) => piece.isWellFormed())).toBe(true);
});

it("closes a code block in one piece and opens it again in the next", () => {
  const code = Array.from({ length: 20 }, (_, index) => `code ${index}`);
  const pieces = splitBody(["text", "```", ...code, "```", "more"].join("\n"), 100);
  expect(pieces.length).toBeGreaterThan(1);
  for (const piece of pieces) {
    expect(piece.length).toBeLessThanOrEqual(100);
    expect(piece.match(/^```$/gm)).toHaveLength(2);
  }
  const content = pieces.flatMap((piece) => piece.split("\n")).filter((line) => line !== "```");
  expect(content).toEqual(["text", ...code, "more"]);
});
