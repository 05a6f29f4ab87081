import { describe, expect, it } from "vitest";

import { markdownFromBlocks } from "./blocks.ts";
import type { Directory } from "./mrkdwn.ts";

const directory: Directory = {
  user: (id) => (id === "U1" ? { id: "0199-ada", name: "ada" } : undefined),
  room: (id) => (id === "C1" ? { id: "0199-garden", name: "garden" } : undefined),
};

function convert(...blocks: unknown[]): string | undefined {
  return markdownFromBlocks(blocks, directory);
}

function richText(...elements: unknown[]) {
  return { type: "rich_text", elements };
}

function section(...elements: unknown[]) {
  return { type: "rich_text_section", elements };
}

function text(words: string, style?: Record<string, boolean>) {
  return { type: "text", text: words, style };
}

describe("rich text", () => {
  it("has styles, links, names and emoji", () => {
    const elements = [
      text("see "),
      text("this ", { bold: true }),
      text("now", { italic: true, strike: true }),
      text(" and "),
      text("a*b", { code: true }),
      text(" at "),
      { type: "link", url: "https://a.test/", text: "the page" },
      text(", "),
      { type: "user", user_id: "U1" },
      { type: "channel", channel_id: "C1" },
      { type: "broadcast", range: "channel" },
      { type: "emoji", name: "tada" },
      { type: "emoji", name: "+1", skin_tone: 2 },
      { type: "emoji", name: "own" },
    ];
    expect(convert(richText(section(...elements)))).toBe(
      "see **this** ~~*now*~~ and `a*b` at [the page](https://a.test/), " +
        "<@0199-ada><#0199-garden><!room>🎉👍🏻:own:",
    );
  });

  it("styles parts of words and neighbours without mixing up their marks", () => {
    expect(
      convert(richText(section(text("un"), text("believ", { bold: true }), text("able")))),
    ).toBe("un**believ**able");
    expect(convert(richText(section(text("a", { bold: true }), text("b", { italic: true }))))).toBe(
      "**a**\u200B*b*",
    );
    expect(convert(richText(section(text("one\ntwo", { bold: true }))))).toBe("**one**\n**two**");
  });

  it("has lists within lists, with their numbers", () => {
    const list = (style: string, indent: number, offset: number, ...items: string[]) => ({
      type: "rich_text_list",
      style,
      indent,
      offset,
      elements: items.map((item) => section(text(item))),
    });
    expect(
      convert(
        richText(
          section(text("Plan:\n")),
          list("ordered", 0, 0, "dig", "sow"),
          list("bullet", 1, 0, "peas", "# beans"),
          list("ordered", 0, 2, "wait"),
        ),
      ),
    ).toBe("Plan:\n\n1. dig\n2. sow\n    - peas\n    - \\# beans\n3. wait");
  });

  it("has quotes and code", () => {
    expect(
      convert(
        richText(
          { type: "rich_text_quote", elements: [text("said\n1*2*3")] },
          {
            type: "rich_text_preformatted",
            elements: [text("*a*\n"), { type: "link", url: "https://a.test" }],
          },
        ),
      ),
    ).toBe("> said\n> 1\\*2\\*3\n\n```\n*a*\nhttps://a.test\n```");
  });
});

it("reads the blocks that apps post", () => {
  const mrkdwn = (words: string) => ({ type: "mrkdwn", text: words });
  const plainText = (words: string) => ({ type: "plain_text", text: words });
  expect(
    convert(
      { type: "header", text: plainText("Build *7* failed*") },
      {
        type: "section",
        text: mrkdwn("*main* by <@U1>"),
        fields: [mrkdwn("*Took*\n3 min")],
        accessory: { type: "button", text: plainText("Open"), url: "https://ci.test/7" },
      },
      { type: "divider" },
      { type: "image", image_url: "https://ci.test/7.png", alt_text: "Chart" },
      { type: "context", elements: [mrkdwn("`abc`"), plainText("a_b")] },
      { type: "actions", elements: [{ type: "button", text: plainText("Retry"), value: "7" }] },
    ),
  ).toBe(
    [
      "**Build \\*7\\* failed\\***",
      "**main** by <@0199-ada>",
      "**Took**\n3 min",
      "[Open](https://ci.test/7)",
      "---",
      "[Chart](https://ci.test/7.png)",
      "`abc` a_b",
    ].join("\n\n"),
  );
});

it("leaves it to the plain text where there is a block that it does not know", () => {
  expect(convert(richText(section(text("a"))), { type: "hologram" })).toBeUndefined();
  expect(convert(richText(section({ type: "hologram" })))).toBeUndefined();
});
