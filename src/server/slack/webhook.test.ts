import { expect, it } from "vitest";
import { messageFrom, webhookPayloadSchema } from "./webhook.ts";

function said(payload: unknown) {
  return messageFrom(webhookPayloadSchema.parse(payload));
}

it.each([
  [
    "text",
    { text: "*Build* <https://ci.example/12|12> is out" },
    "**Build** [12](https://ci.example/12) is out",
  ],
  ["Markdown of our own", { body: "**Build** 12", text: "Build 12" }, "**Build** 12"],
  [
    "blocks, and text for those who do not know them",
    { text: "fallback", blocks: [{ type: "header", text: { type: "plain_text", text: "Out" } }] },
    "**Out**",
  ],
  [
    "text where a block is unknown",
    { text: "fallback", blocks: [{ type: "hologram" }] },
    "fallback",
  ],
  ["attachments", { attachments: [{ title: "Red", fallback: "Red" }] }, "> **Red**"],
  ["an attachment's fallback", { attachments: [{ fallback: "It is red" }] }, "It is red"],
  ["nothing", {}, ""],
])("understands %s", (_what, payload, body) => {
  expect(said(payload)).toEqual({ body, authorName: null });
});

it("goes by the name that it is given, with its emoji, in one line", () => {
  expect(said({ username: "Deploy\n bot", icon_emoji: ":rocket:" }).authorName).toBe(
    "🚀 Deploy bot",
  );
  expect(said({ username: "x".repeat(90), icon_emoji: ":nonsense:" }).authorName).toHaveLength(60);
  expect(said({ icon_emoji: ":rocket:" }).authorName).toBeNull();
});
