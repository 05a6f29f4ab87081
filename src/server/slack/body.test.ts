import { describe, expect, it } from "vitest";

import { bodyOf, filesOf } from "./body.ts";
import { slackMessageSchema } from "./records.ts";

const nobody = { user: () => undefined, room: () => undefined };

/** With every file as a link. */
function body(record: Record<string, unknown>): string {
  const message = slackMessageSchema.parse({ type: "message", ts: "1", ...record });
  return bodyOf(message, filesOf(message), nobody);
}

describe("a bot's attachments", () => {
  it("are quoted below their introduction", () => {
    const attachment = {
      pretext: "[garden:main] 1 new commit by ada:",
      text: "<https://x.test/c/1|c1>: *init*.py - ada",
      fallback: "[garden:main] <https://x.test/c/1|1 new commit> by ada",
      mrkdwn_in: ["text", "pretext"],
      id: 1,
    };
    expect(body({ text: "", attachments: [attachment] })).toBe(
      "[garden:main] 1 new commit by ada:\n\n> [c1](https://x.test/c/1): **init**.py - ada",
    );
  });

  it("show author, title, fields and picture", () => {
    const attachment = {
      author_name: "CI",
      title: "Build 7",
      title_link: "https://ci.test/7",
      fields: [
        { title: "Branch", value: "main", short: true },
        { title: "Took", value: "3 min" },
      ],
      image_url: "https://ci.test/7.png",
      footer: "ci.test",
      fallback: "Build 7 failed",
    };
    expect(body({ text: "Oh dear", attachments: [attachment] })).toBe(
      [
        "Oh dear",
        "> **CI**",
        "> **[Build 7](https://ci.test/7)**",
        "> **Branch**: main",
        "> **Took**: 3 min",
        "> [Image](https://ci.test/7.png)",
        "> _ci.test_",
      ]
        .join("\n>\n")
        .replace("\n>\n", "\n\n"),
    );
  });

  it("are what they say in short, when they say nothing else", () => {
    expect(body({ attachments: [{ fallback: "Build 7 <https://ci.test/7|failed>" }] })).toBe(
      "Build 7 [failed](https://ci.test/7)",
    );
  });

  it("are formatted only where the bot asks for it", () => {
    const attachment = { text: "2*3*4", mrkdwn_in: ["pretext"] };
    expect(body({ attachments: [attachment] })).toBe("> 2\\*3\\*4");
  });

  it("stay behind when they preview a link, and come when they quote a message", () => {
    const preview = { from_url: "https://a.test", title: "A", text: "B" };
    const shared = {
      from_url: "https://x.test/p1",
      is_share: true,
      author_name: "Ben",
      text: "hi",
    };
    expect(body({ text: "look", attachments: [preview, shared] })).toBe(
      "look\n\n> **Ben**\n>\n> hi",
    );
  });
});

describe("files", () => {
  const file = { id: "F1", name: "ten.js", title: "Ten *cities*", permalink: "https://x.test/F1" };

  it("of old exports are what was said of them, without Slack's own sentence", () => {
    const upload = {
      subtype: "file_share",
      text: "<@U1> uploaded a file: <https://x.test/F1|Ten>",
    };
    expect(body({ ...upload, file })).toBe("📎 [Ten \\*cities\\*](https://x.test/F1)");
    const commented = { ...file, initial_comment: { comment: "here *it* is" } };
    expect(body({ ...upload, file: commented })).toBe(
      "here **it** is\n\n📎 [Ten \\*cities\\*](https://x.test/F1)",
    );
  });

  it("have comments that say what they are about", () => {
    const comment = { user: "U1", comment: "wrong ```x```" };
    expect(body({ subtype: "file_comment", text: "<@U1> commented on …", file, comment })).toBe(
      "On [Ten \\*cities\\*](https://x.test/F1):\n\nwrong\n```\nx\n```",
    );
  });

  it("that Slack has deleted or hidden keep their name", () => {
    expect(body({ files: [{ id: "F1", mode: "tombstone" }] })).toBe("📎 a file");
    expect(body({ files: [{ ...file, title: undefined, mode: "tombstone" }] })).toBe("📎 ten.js");
  });
});

it("prefers what the editor wrote to its plain text", () => {
  const elements = [{ type: "text", text: "a*b" }];
  const blocks = [{ type: "rich_text", elements: [{ type: "rich_text_section", elements }] }];
  expect(body({ text: "plain", blocks })).toBe("a*b");
  expect(body({ text: "", blocks })).toBe("a*b");
  expect(body({ text: "*plain*", blocks: [{ type: "hologram" }] })).toBe("**plain**");
});

it("tells an action as such", () => {
  expect(body({ subtype: "me_message", text: "waves" })).toBe("/me waves");
});
