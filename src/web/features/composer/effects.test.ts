import { array, assert, constantFrom, property } from "fast-check";
import { describe, expect, it } from "vitest";
import type { Directory } from "./directory.ts";
import { effectsOf } from "./effects.ts";

const directory: Directory = {
  users: [{ id: "u-ann", username: "ann", displayName: "Ann Lee", active: true }],
  rooms: [],
  emoji: [],
  everyone: true,
};
const effects = (text: string) =>
  effectsOf(text, directory).map(({ effect, text: part }) => `${effect}:${part}`);

describe("the look of what one types", () => {
  it("shows strong, emphasis, code, links and names", () => {
    expect(effects("a **b** _c_ `d` https://x.example/y. @Ann Lee")).toEqual([
      "plain:a ",
      "marker:**",
      "strong:b",
      "marker:**",
      "plain: ",
      "marker:_",
      "emphasis:c",
      "marker:_",
      "plain: ",
      "marker:`",
      "code:d",
      "marker:`",
      "plain: ",
      "link:https://x.example/y",
      "plain:. ",
      "name:@Ann Lee",
    ]);
  });

  it("leaves snake_case, sums and lone signs plain", () => {
    for (const text of ["snake_case_name", "2 * 3 * 4", "a ** b", "~~ no"]) {
      expect(effects(text)).toEqual([`plain:${text}`]);
    }
  });

  it("colours an open code fence to its end", () => {
    expect(effects("```\nlet a = 1")).toEqual(["marker:```", "code:\nlet a = 1"]);
  });

  it("adds up to the text, whatever it is", () => {
    const text = array(
      constantFrom(
        "*",
        "**",
        "_",
        "`",
        "```",
        "~~",
        "\n",
        " ",
        "> ",
        "a",
        "é",
        "@Ann Lee",
        "😀",
        "https://x.y/z",
        "- ",
      ),
    ).map((parts) => parts.join(""));
    assert(
      property(text, (sample) => {
        const together = effectsOf(sample, directory).map((span) => span.text);
        expect(together.join("")).toBe(sample);
      }),
    );
  });
});
