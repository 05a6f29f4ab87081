import { describe, expect, it } from "vitest";
import { sampleRoom, sampleUser } from "../../../testing/samples.ts";
import type { Sources } from "./suggestions.ts";
import { completionAt } from "./suggestions.ts";

const people = [
  sampleUser("1", { username: "ada", displayName: "Ada Lovelace" }),
  sampleUser("2", { username: "grace", displayName: "Grace Hopper" }),
];
const sources: Sources = {
  users: new Map(people.map((each) => [each.id, each])),
  rooms: [
    sampleRoom("r1", { name: "Old website", lastMessageSeq: 1 }),
    sampleRoom("r2", { name: "design", lastMessageSeq: 2 }),
    sampleRoom("r3", { kind: "direct", name: "", directUserIds: ["1", "2"] }),
  ],
  meId: "1",
  recents: ["kettle from:grace"],
  roomId: "r2",
};

function offered(text: string, caret = text.length): string[] {
  return completionAt(text, caret, sources).suggestions.map((each) => each.text.trim());
}

describe("what a search offers while one types", () => {
  it("is what one sought before, this room and the operators at first", () => {
    expect(offered("").slice(0, 4)).toEqual(["kettle from:grace", "in:design", "from:", "in:"]);
  });

  it("are operators and names that begin so", () => {
    expect(offered("fr")).toEqual(["from:"]);
    expect(offered("kettle gra")).toEqual(["from:grace", "in:@grace"]);
    expect(offered("hopper")).toEqual(["from:grace", "in:@grace"]);
    expect(offered("kettle ")).toEqual([]);
  });

  it("are people after from:, oneself first, and rooms after in:", () => {
    expect(offered("from:")).toEqual(["from:me", "from:grace"]);
    expect(offered("-from:g")).toEqual(["from:grace"]);
    expect(offered("in:")).toEqual(["in:design", 'in:"Old website"', "in:@grace"]);
    expect(offered('in:"old w')).toEqual(['in:"Old website"']);
    expect(offered("in:@gr")).toEqual(["in:@grace"]);
  });

  it("are the kinds that an operator knows", () => {
    expect(offered("has:")).toHaveLength(5);
    expect(offered("has:li")).toEqual(["has:link"]);
    expect(offered("is:p")).toEqual(["is:pinned"]);
    expect(offered("before:y")).toEqual(["before:yesterday"]);
  });

  it("take the place of what is being written, and of nothing else", () => {
    const text = "tea -from:g now";
    const { start, end, suggestions } = completionAt(text, 11, sources);
    const chosen = text.slice(0, start) + (suggestions[0]?.text ?? "") + text.slice(end);
    expect(chosen).toBe("tea -from:grace  now");
  });
});
