import { describe, expect, it } from "vitest";
import { suggestionsFor, triggerAt } from "./completion.ts";
import type { Directory } from "./directory.ts";

const directory: Directory = {
  users: [
    { id: "u-ann", username: "zebra", displayName: "Ann Okafor", active: true },
    { id: "u-olu", username: "olu", displayName: "Olu Ann", active: true },
    { id: "u-gone", username: "anna", displayName: "Anna", active: false },
  ],
  rooms: [
    { id: "r-gen", name: "general" },
    { id: "r-des", name: "design crit" },
  ],
  emoji: [
    { word: "😄", names: ["smile"], tags: ["happy"] },
    { word: "😼", names: ["smirk_cat"], tags: [] },
    { word: "🐱", names: ["cat"], tags: ["pet"] },
    { word: "👍", names: ["+1", "thumbsup"], tags: ["yes"] },
  ],
  everyone: true,
};

function suggest(text: string): string[] {
  const trigger = triggerAt(text, text.length);
  return trigger ? suggestionsFor(trigger, directory).map(({ word }) => word) : [];
}

describe("completion of emoji", () => {
  it("begins after two letters, so that smileys and times are left alone", () => {
    expect(triggerAt("well :sm", 8)).toEqual({ sign: ":", query: "sm", start: 5 });
    for (const text of ["well :", ":s", ":)", ":-)", "at 10:30", "`:sm"]) {
      expect(triggerAt(text, text.length)).toBeNull();
    }
  });

  it("finds by names first, the shortest of them, then by other words", () => {
    expect(suggest(":sm")).toEqual(["😄", "😼"]);
    expect(suggest(":cat")).toEqual(["🐱", "😼"]);
    expect(suggest(":+1")).toEqual(["👍"]);
    expect(suggest(":happy")).toEqual(["😄"]);
    expect(suggest(":nothing")).toEqual([]);
  });
});

describe("completion of names", () => {
  it("begins at a sign that stands at the beginning of a word", () => {
    expect(triggerAt("hi @an", 6)).toEqual({ sign: "@", query: "an", start: 3 });
    expect(triggerAt("mail me@an", 10)).toBeNull();
    expect(triggerAt("hi @an there", 6)?.query).toBe("an");
  });

  it("does not begin in code, nor at a heading", () => {
    expect(triggerAt("`@an", 4)).toBeNull();
    expect(triggerAt("```\n@an", 7)).toBeNull();
    expect(triggerAt("# Title", 7)).toBeNull();
  });

  it("puts those first whose name begins with what was typed", () => {
    expect(suggest("@ann")).toEqual(["@Ann Okafor", "@Olu Ann"]);
    expect(suggest("@ze")).toEqual(["@Ann Okafor"]);
  });

  it("leaves out who cannot be reached", () => {
    expect(suggest("@anna")).toEqual([]);
  });

  it("completes names of several words, and ends when nothing fits", () => {
    expect(suggest("#design c")).toEqual(["#design crit"]);
    expect(suggest("@ann said")).toEqual([]);
  });

  it("completes commands at the very beginning only", () => {
    const hints = [
      { name: "me", takes: "", summary: "" },
      { name: "mute", takes: "", summary: "" },
      { name: "leave", takes: "", summary: "" },
    ];
    const commands = (text: string) => {
      const trigger = triggerAt(text, text.length);
      return trigger ? suggestionsFor(trigger, directory, hints).map(({ word }) => word) : null;
    };
    expect(commands("/")).toEqual(["/me", "/mute", "/leave"]);
    expect(commands("/M")).toEqual(["/me", "/mute"]);
    expect(commands("/x")).toEqual([]);
    expect(commands(" /m")).toBeNull();
    expect(commands("//m")).toBeNull();
    expect(commands("and /m")).toBeNull();
    expect(commands("/me @an")).toEqual(["@Ann Okafor", "@Olu Ann"]);
  });

  it("leaves everyone out for who may not name them all", () => {
    const words = suggestionsFor(
      { sign: "@", query: "", start: 0 },
      { ...directory, everyone: false },
    );
    expect(words.map(({ word }) => word)).toEqual(["@Ann Okafor", "@Olu Ann"]);
  });

  it("proposes everyone last", () => {
    expect(suggest("@")).toEqual(["@Ann Okafor", "@Olu Ann", "@room", "@here"]);
  });
});
