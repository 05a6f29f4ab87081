import { describe, expect, it } from "vitest";
import type { JoinedRoom } from "../../../shared/rooms.ts";
import type { Role } from "../../../shared/users.ts";
import { sampleRoom, sampleUser } from "../../../testing/samples.ts";
import { managesRoom, mayCloseRoom, moderatesRoom } from "./permissions.ts";
import { workspaceSchema } from "../../../shared/workspace.ts";

function user(role: Role) {
  return sampleUser("me", { role });
}

function room(kind: JoinedRoom["kind"], role: "admin" | "member") {
  return sampleRoom("room", { kind }, { role });
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
