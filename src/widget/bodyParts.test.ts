import { expect, it } from "vitest";
import { bodyParts } from "./bodyParts.ts";

it.each([
  ["plain words", [{ type: "text", text: "plain words" }]],
  [
    "see https://example.org/a?b=1.",
    [
      { type: "text", text: "see " },
      { type: "link", text: "https://example.org/a?b=1", href: "https://example.org/a?b=1" },
      { type: "text", text: "." },
    ],
  ],
  ["[here](https://example.org)", [{ type: "link", text: "here", href: "https://example.org" }]],
  [
    "**so** *it* `is`",
    [
      { type: "strong", text: "so" },
      { type: "text", text: " " },
      { type: "emphasis", text: "it" },
      { type: "text", text: " " },
      { type: "code", text: "is" },
    ],
  ],
  ["```ts\na < b\n```", [{ type: "block", text: "a < b\n" }]],
  [
    "<@u1> in <#r1>, <!here>",
    [
      { type: "user", id: "u1" },
      { type: "text", text: " in " },
      { type: "room", id: "r1" },
      { type: "text", text: ", " },
      { type: "everyone", who: "here" },
    ],
  ],
])("reads %j", (body, parts) => {
  expect(bodyParts(body)).toEqual(parts);
});

it.each([
  "snake_case_name",
  "2 * 3 * 4",
  "<b>no markup</b>",
  "[x](javascript:alert(1))",
  "``",
  "a < b",
])("leaves %j as it is", (body) => {
  expect(bodyParts(body)).toEqual([{ type: "text", text: body }]);
});

it.each(["*", "`", "<", "[", "_", "**", "http://", "[a]("])(
  "is done soon with many a %j",
  (mark) => {
    const body = mark.repeat(10_000);
    const parts = bodyParts(body);
    expect(parts.length).toBeLessThanOrEqual(body.length);
  },
  2000,
);
