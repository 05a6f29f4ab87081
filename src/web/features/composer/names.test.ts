import { describe, expect, it } from "vitest";
import type { Directory } from "./directory.ts";
import { decodeNames, encodeNames, findNames, wordFor } from "./names.ts";

const directory: Directory = {
  users: [
    { id: "u-mira", username: "mira", displayName: "Mira Okafor", active: true },
    { id: "u-mi", username: "mi", displayName: "Mi", active: true },
    { id: "u-sam1", username: "sam.a", displayName: "Sam", active: true },
    { id: "u-sam2", username: "sam.b", displayName: "Sam", active: true },
    { id: "u-gone", username: "old.tom", displayName: "Tomás", active: false },
  ],
  rooms: [
    { id: "r-gen", name: "general" },
    { id: "r-beta", name: "general beta" },
  ],
  emoji: [],
  everyone: true,
};
const encode = (text: string) => encodeNames(text, directory);
const decode = (body: string) => decodeNames(body, directory);

describe("names in what one writes", () => {
  it("stores people by id, by display name or username, in any case", () => {
    expect(encode("hi @Mira Okafor, and @mira")).toBe("hi <@u-mira>, and <@u-mira>");
    expect(encode("@MIRA OKAFOR?")).toBe("<@u-mira>?");
  });

  it("takes the longest name", () => {
    expect(encode("#general beta and #general")).toBe("<#r-beta> and <#r-gen>");
  });

  it("leaves words alone that only begin with a name", () => {
    expect(encode("@miranda @mira.x @mi")).toBe("@miranda @mira.x <@u-mi>");
  });

  it("leaves addresses and code alone", () => {
    for (const text of [
      "ann@mira.example",
      "https://x.example/@mira",
      "`@mira`",
      "```\n@mira\n```",
    ]) {
      expect(encode(text)).toBe(text);
    }
  });

  it("does not guess between two people of one name", () => {
    expect(encode("@Sam")).toBe("@Sam");
    expect(encode("@sam.b")).toBe("<@u-sam2>");
    expect(wordFor("u-sam1", directory)).toBe("@sam.a");
  });

  it("stores @room and @here", () => {
    expect(encode("@room lunch? (@here)")).toBe("<!room> lunch? (<!here>)");
  });

  it("shows names again for editing, and stores the same on saving", () => {
    const bodies = [
      "hi <@u-mira>, <@u-gone> and <@u-sam1>: see <#r-beta>",
      "<!here> <!room>",
      "x<@u-mira>",
      "<@u-mira>nda",
      "<@nobody> in <#nowhere>",
      "`<@u-mira>`",
    ];
    for (const body of bodies) expect(encode(decode(body))).toBe(body);
    expect(decode("hi <@u-mira>")).toBe("hi @Mira Okafor");
    expect(decode("x<@u-mira>")).toBe("x<@u-mira>");
  });

  it("says where the names stand", () => {
    expect(findNames("a @mira", directory)).toEqual([{ start: 2, end: 7, token: "<@u-mira>" }]);
  });
});
