import { describe, expect, it } from "vitest";
import type { JoinedRoom } from "../../../shared/rooms.ts";
import type { Role, User } from "../../../shared/users.ts";
import { managesRoom, mayCloseRoom, moderatesRoom } from "./permissions.ts";
import { workspaceSchema } from "../../../shared/workspace.ts";

const createdAt = "2025-03-12T12:00:00.000Z";

function user(role: Role): User {
  return {
    id: "me",
    username: "me",
    displayName: "Me",
    bio: "",
    timeZone: null,
    avatarUrl: null,
    role,
    status: "active",
    customStatus: null,
    createdAt,
  };
}

function room(kind: JoinedRoom["kind"], role: "admin" | "member"): JoinedRoom {
  return {
    id: "room",
    kind,
    name: "room",
    topic: "",
    createdBy: null,
    createdAt,
    archivedAt: null,
    memberCount: 2,
    directUserIds: [],
    lastMessageSeq: 0,
    lastMessageAt: null,
    membership: {
      role,
      notify: "everything",
      muted: false,
      hidden: false,
      favourite: false,
      joinedAt: createdAt,
      readSeq: 0,
      unreadCount: 0,
      mentionCount: 0,
      savedIds: [],
      unreadThreadIds: [],
      drafts: [],
    },
  };
}

const workspace = workspaceSchema.parse({
  name: "W",
  logoUrl: null,
  openSignUp: false,
  firstRoomId: "room",
  demo: false,
  membersAddEmoji: false,
});

describe("who may change a room", () => {
  it("is run by its admins and the workspace's", () => {
    expect(managesRoom(user("member"), room("public", "member"))).toBe(false);
    expect(managesRoom(user("member"), room("public", "admin"))).toBe(true);
    expect(managesRoom(user("admin"), room("private", "member"))).toBe(true);
  });

  it("leaves direct rooms to their people", () => {
    expect(managesRoom(user("owner"), room("direct", "admin"))).toBe(false);
    expect(moderatesRoom(user("member"), room("direct", "member"))).toBe(false);
  });

  it("keeps the room that everyone lands in", () => {
    expect(mayCloseRoom(user("owner"), room("public", "admin"), workspace)).toBe(false);
    const elsewhere = { ...workspace, firstRoomId: "other" };
    expect(mayCloseRoom(user("owner"), room("public", "admin"), elsewhere)).toBe(true);
  });
});
