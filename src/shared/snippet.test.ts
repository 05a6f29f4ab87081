import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseSearch } from "./searchQuery.ts";
import { snippetOf } from "./snippet.ts";

/** The snippet with what is marked in brackets. */
function shown(body: string, search: string): string {
  return snippetOf(body, parseSearch(search).words)
    .map(({ text, hit }) => (hit ? `[${text}]` : text))
    .join("");
}

describe("a snippet", () => {
  it("marks words, parts of words and phrases, however they are written", () => {
    expect(shown("Is the Kettle on?", "kettle")).toBe("Is the [Kettle] on?");
    expect(shown("Crème brûlée", "BRULE")).toBe("Crème [brûlée]");
    expect(shown("Dampfschiff", "schiff")).toBe("[Dampfschiff]");
    expect(shown("put it on the hob, on the", '"on the hob"')).toBe("put it [on the hob], on the");
    expect(shown("明日の会議です", "会議")).toBe("明日の[会議]です");
    expect(shown("on and on", "-on and")).toBe("on [and] on");
  });

  it("leaves whole words to quotes, and to words that are too short for parts", () => {
    expect(shown("kettles kettle", '"kettle"')).toBe("kettles [kettle]");
    expect(shown("is this it", "is")).toBe("[is] this it");
  });

  it("is one line without Markdown's marks", () => {
    expect(shown("# Plan\n\n- **buy** `tea`\n> now\n```ts\nx\n```", "tea")).toBe(
      "Plan buy [tea] now x",
    );
  });

  it("is cut around the first hit", () => {
    const text = shown(
      `${"so many words ".repeat(30)}kettle${" and more of them".repeat(30)}`,
      "kettle",
    );
    expect(text).toMatch(/^… .{40,70}\[kettle\].{100,200} …$/);
  });

  it("names people whole", () => {
    const body = `${"word ".repeat(46)}<@01930000-0000-7000-8000-000000000000> ${"word ".repeat(9)}`;
    expect(shown(body, "nothing").match(/<@[^>]*$/)).toBeNull();
  });

  it("says what the body says, whatever is in it", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 400 });
    fc.assert(
      fc.property(text, text, (body, search) => {
        const spans = snippetOf(body, parseSearch(search).words);
        for (const span of spans) {
          expect(span.text).not.toBe("");
          expect(span.text.isWellFormed()).toBe(true);
        }
      }),
    );
  });
});
