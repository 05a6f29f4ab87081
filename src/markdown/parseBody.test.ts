import fc from "fast-check";
import type { Nodes } from "mdast";
import { describe, expect, it } from "vitest";
import { parseBody, parseMarkdown } from "./parseBody.ts";

/** Much of what Markdown and links are made of, among words. */
const piece = fc.oneof(
  fc.constantFrom("a", "Bo", "é", "1", "12", " ", "  ", "\u00A0", ".", ")", ":", "/", "?", "🫖"),
  fc.constantFrom(..."- + * _ # > | ~ ` [ ] ( ) < > ! & @ = \\ \n \t \0 ' \"".split(" ")),
  fc.constantFrom("www.", "http://", "a@b.co", "://", "&amp;", "~~", "- ", "1. ", "<@u-1>", ":ok:"),
);
const bodies = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(""));

describe("the tree of a body", () => {
  it("is what the parser makes of it, whether it was asked or not", () => {
    fc.assert(
      fc.property(bodies, (body) => {
        expect(withoutPlaces(parseBody(body))).toEqual(withoutPlaces(parseMarkdown(body)));
      }),
      { numRuns: 1000 },
    );
  });

  it("is made without the parser for a line of words", () => {
    const words = "Tea at 4 o'clock, in the garden: who comes? (Bring cups!)";
    expect(parseBody(words).position).toBeUndefined();
    expect(parseBody(`*${words}*`).position).toBeDefined();
  });
});

/** The parser says where each node stands in the body, which nothing asks. */
function withoutPlaces(node: Nodes): unknown {
  const { position: _, ...rest } = node;
  return "children" in rest ? { ...rest, children: rest.children.map(withoutPlaces) } : rest;
}
