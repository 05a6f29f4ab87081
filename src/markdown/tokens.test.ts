import { describe, expect, it } from "vitest";
import { tokensOf } from "./tokens.ts";

describe("names in a body", () => {
  it("stand between text", () => {
    expect(tokensOf("hi <@u-1>, see <#r_2>: <!here>!")).toEqual([
      { type: "text", text: "hi " },
      { type: "user", id: "u-1" },
      { type: "text", text: ", see " },
      { type: "room", id: "r_2" },
      { type: "text", text: ": " },
      { type: "everyone", word: "here" },
      { type: "text", text: "!" },
    ]);
  });

  it("have emoji by name among them, between words and not within", () => {
    expect(tokensOf(":snug: yes")).toEqual([
      { type: "emoji", emoji: ":snug:" },
      { type: "text", text: " yes" },
    ]);
    for (const text of ["10:30:15", "a:snug:b", ": snug :", ":s:"]) {
      expect(tokensOf(text)).toEqual([{ type: "text", text }]);
    }
  });

  it("leave everything else as text", () => {
    expect(tokensOf("<@> <#a b> <!all> a < b")).toEqual([
      { type: "text", text: "<@> <#a b> <!all> a < b" },
    ]);
  });
});
