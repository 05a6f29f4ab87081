import { expect, it } from "vitest";

import { array, assert, constantFrom, property } from "fast-check";
import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";

import { codeBlock, emphasise, inlineCode, quote } from "./markdown.ts";
import { markdownFrom, plainFrom } from "./mrkdwn.ts";

it("shows any plain text as it was written", { timeout: 30_000 }, () => {
  const marks = [
    "*",
    "_",
    "~",
    "`",
    "[",
    "]",
    "(",
    ")",
    "!",
    "#",
    "+",
    "-",
    "=",
    ":",
    "|",
    "^",
    "\\",
  ];
  const others = ["&lt;", "&gt;", "&amp;", "lt;", '"', ".", "2", "y", "c", " ", "\n"];
  const piece = constantFrom(...marks, ...others);
  assert(
    property(array(piece, { maxLength: 14 }), (pieces) => {
      const text = pieces.join("");
      const markdown = markdownFrom(text, nobody, false);
      // A list's mark is the only thing that may look different.
      const plain = plainFrom(text, nobody).replace(/^(\s*)\* +(?=[^\s*+-])/gm, "$1-");
      expect(withoutSpaces(shown(parse(markdown)))).toBe(withoutSpaces(plain));
    }),
    { numRuns: 500 },
  );
});

it("fences code with more backticks than stand in it", () => {
  expect(inlineCode("a`b")).toBe("``a`b``");
  expect(inlineCode("`")).toBe("`` ` ``");
  expect(codeBlock("````\nx")).toBe("`````\n````\nx\n`````");
});

it("keeps spaces out of emphasis, and makes none of nothing", () => {
  expect(emphasise("**", " a ")).toBe(" **a** ");
  expect(emphasise("**", "  ")).toBe("  ");
});

it("quotes every line", () => {
  expect(quote("a\n\nb")).toBe("> a\n>\n> b");
});

const nobody = { user: () => undefined, room: () => undefined };

function parse(markdown: string): Nodes {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

function shown(node: Nodes): string {
  switch (node.type) {
    case "text":
      return node.value;
    case "list":
      return node.children
        .map((item, index) => (node.ordered ? `${(node.start ?? 1) + index}.` : "-") + shown(item))
        .join("");
    case "root":
    case "paragraph":
    case "listItem":
      return node.children.map(shown).join("");
    default:
      return `{${node.type}}`;
  }
}

function withoutSpaces(text: string): string {
  return text.replace(/\s+/g, "").replace(/(\d)\)/g, "$1.");
}
