import { describe, expect, it } from "vitest";
import type { JoinedRoom } from "../../../shared/rooms.ts";
import type { User } from "../../../shared/users.ts";
import type { Sources } from "./suggestions.ts";
import { completionAt } from "./suggestions.ts";

const people = [user("1", "ada", "Ada Lovelace"), user("2", "grace", "Grace Hopper")];
const sources: Sources = {
  users: new Map(people.map((each) => [each.id, each])),
  rooms: [room("r1", "Old website", 1), room("r2", "design", 2), direct("r3", ["1", "2"])],
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

function user(id: string, username: string, displayName: string): User {
  return {
    id,
    username,
    displayName,
    bio: "",
    timeZone: null,
    avatarUrl: null,
    role: "member",
    status: "active",
    customStatus: null,
    createdAt: "2026-01-01T00:00:00.000Z",
  };
}

function room(id: string, name: string, lastMessageSeq: number): JoinedRoom {
  return {
    id,
    kind: "public",
    name,
    topic: "",
    createdBy: null,
    createdAt: "2026-01-01T00:00:00.000Z",
    archivedAt: null,
    memberCount: 2,
    directUserIds: [],
    membership: {
      role: "member",
      notify: "everything",
      muted: false,
      hidden: false,
      favourite: false,
      joinedAt: "2026-01-01T00:00:00.000Z",
      readSeq: 0,
      unreadCount: 0,
      mentionCount: 0,
      savedIds: [],
      unreadThreadIds: [],
      drafts: [],
    },
    lastMessageSeq,
    lastMessageAt: null,
  };
}

function direct(id: string, directUserIds: string[]): JoinedRoom {
  return { ...room(id, "", 0), kind: "direct", directUserIds };
}
