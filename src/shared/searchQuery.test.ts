import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseSearch } from "./searchQuery.ts";

function words(text: string) {
  return parseSearch(text).words.map((each) => each.text);
}

describe("a search", () => {
  it("is words, quoted phrases, and what must not be there", () => {
    expect(parseSearch('kettle "on the hob" -tea -"green tea"').words).toEqual([
      { text: "kettle", exact: false, not: false },
      { text: "on the hob", exact: true, not: false },
      { text: "tea", exact: false, not: true },
      { text: "green tea", exact: true, not: true },
    ]);
  });

  it("has operators, in any case, also with a minus", () => {
    expect(parseSearch('from:@ada In:"Old website" has:Links -has:file is:thread').filters).toEqual(
      [
        { key: "from", value: "@ada", not: false },
        { key: "in", value: "Old website", not: false },
        { key: "has", value: "link", not: false },
        { key: "has", value: "file", not: true },
        { key: "is", value: "thread", not: false },
      ],
    );
  });

  it.each(["2026", "2026-03", "2026-03-05", "2024-02-29", "today", "yesterday"])(
    "knows the date %s",
    (date) => {
      expect(parseSearch(`on:${date} before:${date} after:${date}`).filters).toEqual([
        { key: "on", value: date },
        { key: "before", value: date },
        { key: "after", value: date },
      ]);
    },
  );

  it.each([
    "has:banana",
    "is:late",
    "on:2026-02-30",
    "on:2026-13",
    "before:soon",
    "https://snug.example",
    "note:this",
    "from:",
    "c++",
    "Rock'n'Roll",
  ])("takes %s as something to find", (text) => {
    expect(parseSearch(text)).toEqual({ words: [{ text, exact: false, not: false }], filters: [] });
  });

  it("takes quotes as phones write them, and one that is never closed", () => {
    expect(words("“on the hob” and „so on”")).toEqual(["on the hob", "and", "so on"]);
    expect(words('tea "on the')).toEqual(["tea", "on the"]);
    expect(words('" "" - ')).toEqual(["-"]);
  });

  it("is any text at all, and loses no letter of what is no operator", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (typed) => {
        for (const { text } of parseSearch(typed).words) expect(text.trim()).not.toBe("");
      }),
    );
    const bits = fc.constantFrom('"', "-", "“", ":", " ", "\n", "tea", "会議", "has:x", "on:");
    fc.assert(
      fc.property(fc.array(bits), (typed) => {
        const lettersOf = (text: string) => text.replaceAll(/[^\p{L}]/gu, "");
        const kept = parseSearch(typed.join("")).words.map(({ text }) => text);
        expect(lettersOf(kept.join(""))).toBe(lettersOf(typed.join("")));
      }),
    );
  });
});
