import { describe, expect, it } from "vitest";
import { joinedRoom } from "../../../testing/chatEvents.ts";
import { entriesFor } from "./entries.ts";

const words: Record<string, string> = {
  "Dark theme": "appearance",
  "Do not disturb": "dnd quiet",
  Settings: "",
};
const commands = Object.entries(words).map(([title, other]) => ({
  title,
  words: other,
  icon: null,
  run: () => undefined,
}));
const rooms = [
  joinedRoom({ id: "r1", name: "settlement", lastMessageSeq: 1 }),
  joinedRoom({ id: "r2", name: "general", lastMessageSeq: 2 }),
];

function titles(query: string, hereId: string | null = null): string[] {
  const sources = { rooms, users: new Map(), meId: "me", hereId, commands };
  return entriesFor(query, sources).map(({ title }) => title);
}

describe("what one jumps to", () => {
  it("is the rooms, the last used first, before anything is asked for", () => {
    expect(titles("")).toEqual(["general", "settlement"]);
  });

  it("is not the room that is open, unless it is asked for", () => {
    expect(titles("", "r2")).toEqual(["settlement"]);
    expect(titles("gen", "r2")[0]).toBe("general");
  });

  it("is rooms before commands of such a name, and the way to the messages last", () => {
    expect(titles("sett")).toEqual(["settlement", "Settings", "Search messages for “sett”"]);
  });

  it("is a command by another word for it", () => {
    expect(titles("quiet")[0]).toBe("Do not disturb");
  });

  it("is commands alone after a slash", () => {
    expect(titles("/")).toEqual(Object.keys(words));
    expect(titles("/dnd")).toEqual(["Do not disturb"]);
    expect(titles("/general")).toEqual([]);
  });
});
