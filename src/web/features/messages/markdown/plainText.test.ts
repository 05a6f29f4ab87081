import { describe, expect, it } from "vitest";
import { plainText, withNames } from "./plainText.ts";

const names = {
  users: new Map([["u1", { displayName: "Ann Lee" }]]),
  rooms: [{ id: "r1", name: "garden" }],
};

describe("a body as text", () => {
  it("says what it says in one line", () => {
    const body = "# Plans\n\n**Tea** at _four_, `sharp`\n\n- one\n- [two](https://example.org)";
    expect(plainText(body, names)).toBe("Plans Tea at four, sharp one two");
    expect(plainText("```ts\nlet a;\nlet b;\n```", names)).toBe("let a; let b;");
  });

  it("has names for ids, and words for those that are unknown", () => {
    expect(plainText("<@u1> <@u2> in <#r1> and <#r2>, <!here>", names)).toBe(
      "@Ann Lee @someone in #garden and #another room, @here",
    );
  });

  it("keeps its Markdown when it is to be written again", () => {
    expect(withNames("**Hi** <@u1>", names)).toBe("**Hi** @Ann Lee");
  });
});
