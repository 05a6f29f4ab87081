import { expect, it } from "vitest";
import { roomInWords } from "./roomInWords.ts";

it("names a public room with its sign, and a private one without", () => {
  expect(roomInWords({ kind: "public", name: "general" })).toBe("#general");
  expect(roomInWords({ kind: "private", name: "vault" })).toBe("vault");
  expect(roomInWords({ kind: "direct", name: "Ann, Bob" })).toBe("Ann, Bob");
});
