import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, tokensOf, wordsOf } from "./searchText.ts";

/** Kana, Han and Hangul as they are mostly written. */
const plainRanges = [
  [0x3041, 0x3096],
  [0x30a1, 0x30fa],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7a3],
] as const;

function tokens(text: string): string {
  return tokensOf(wordsOf(text)).join(" ");
}

describe("the words of a text", () => {
  it("are without case, accents and compatibility forms", () => {
    expect(tokens("Crème BRÛLÉE, straße; ΟΔΟΣ – ﬁnal")).toBe("creme brulee strasse οδοσ final");
    expect(tokens("cre\u0300me İstanbul ёлка")).toBe("creme istanbul елка");
    expect(tokens("snake_case v1.2")).toBe("snake case v1 2");
  });

  it("are characters with their neighbours where a script has no spaces", () => {
    expect(tokens("明日の会議")).toBe("明日 日の の会 会議 議");
    expect(tokens("AI会議, 第3回")).toBe("ai 会議 議 第 3 回");
    expect(tokens("ｶﾞｽ か\u3099")).toBe("ガス ス が");
    expect(tokens("회의".normalize("NFD"))).toBe("회의 의");
  });

  it("are the same whether a character is written plainly or in pieces", () => {
    const plain = "会議はガガ회의。".repeat(3);
    expect(tokens(plain.normalize("NFD"))).toBe(tokens(plain));
    expect(
      wordsOf(plain)
        .map(({ start, end }) => plain.slice(start, end))
        .join(""),
    ).toBe(plain.replaceAll("。", ""));
    for (const [from, to] of plainRanges) {
      for (let code = from; code <= to; code++) {
        const character = String.fromCodePoint(code);
        expect(fold(character)).toBe(character);
        expect(wordsOf(character)).toEqual([{ text: character, start: 0, end: 1, unspaced: true }]);
      }
    }
  });

  it("are emoji too, whatever their skin", () => {
    expect(tokens("done 👍🏽 👩‍💻!")).toBe("done 👍 👩‍💻");
  });

  it("are none of the ids of who and what is named", () => {
    expect(tokens("<@0193-abc> see <#0193-def>, <!room>")).toBe("see");
  });

  it("stand where they are in the text", () => {
    const text = "Oh, <@u1> Crème brûlée 会議!";
    const places = wordsOf(text).map(({ start, end }) => text.slice(start, end));
    expect(places).toEqual(["Oh", "Crème", "brûlée", "会", "議"]);
  });

  it("hold nothing that an index would read otherwise, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        for (const word of wordsOf(text)) {
          expect(word.text).toMatch(/^[a-z\d\u0080-\u{10ffff}]{1,128}$/u);
          expect(word.text.isWellFormed()).toBe(true);
          expect(fold(word.text)).toBe(word.text);
        }
      }),
    );
  });
});
