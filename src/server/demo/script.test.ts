import { expect, it } from "vitest";

import { readScript } from "./script.ts";

const message = {
  reactions: [],
  files: [],
  isEdited: false,
  editedTo: null,
  pinnedBy: null,
  isSaved: false,
  quotes: null,
  replies: [],
};

it("reads days, times, authors and words", () => {
  expect(readScript("\n== 3\n09:12 mira: Morning: all\n\n== now\n7 tomasz: Hm\n")).toEqual([
    { ...message, day: 3, minute: 9 * 60 + 12, author: "mira", body: "Morning: all" },
    { ...message, day: 0, minute: 7, author: "tomasz", body: "Hm" },
  ]);
});

it("keeps lines, blank ones among them, and the backticks that scripts spare", () => {
  const script = "== 1\n09:00 mira: A ‹b›:\n\n  ~~~ts\n    c();\n\n  ~~~\n\n  > d\n10:00 mira: e\n";
  expect(readScript(script).map(({ body }) => body)).toEqual([
    "A `b`:\n\n```ts\n  c();\n\n```\n\n> d",
    "e",
  ]);
});

it("hangs reactions, edits and replies on what they belong to", () => {
  const script = `
== 2
09:00 mira: root
  ^ 👍 jonas yuki
  > 09:05 jonas: reply
    goes on
    ^ 🎉 mira
  > +1 08:00 yuki: later
    ~ edited
`;
  expect(readScript(script)).toMatchObject([
    {
      body: "root",
      isEdited: false,
      reactions: [{ emoji: "👍", names: ["jonas", "yuki"] }],
      replies: [
        { body: "reply\ngoes on", day: 2, reactions: [{ emoji: "🎉", names: ["mira"] }] },
        { body: "later", day: 1, minute: 480, isEdited: true },
      ],
    },
  ]);
});

it("marks what people did with a message", () => {
  const script = `
== 2
09:00 mira: teh root
  + heron.jpg
  ~ edited to the ‹root›
  ~ pinned by jonas
  ~ saved
10:00 yuki: yes
  ~ quotes teh ro
`;
  expect(readScript(script)).toMatchObject([
    { files: ["heron.jpg"], editedTo: "the `root`", pinnedBy: "jonas", isSaved: true },
    { body: "yes", quotes: "teh ro" },
  ]);
});

it("refuses what it cannot read", () => {
  expect(() => readScript("== 1\nhello")).toThrow("This is no message: hello");
  expect(() => readScript("  hello")).toThrow("This continues nothing");
  expect(() => readScript("== 1\n1 a: b\n  ~ folded")).toThrow("This marks nothing: folded");
});
