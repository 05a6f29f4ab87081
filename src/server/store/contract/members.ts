import { describe, expect, it } from "vitest";
import { memberSchema } from "../../../shared/rooms.ts";
import type { Open } from "./team.ts";
import { refusal, loggedBy, only, openTeam, storyOf } from "./team.ts";
import { createRoom } from "./rooms.ts";

export function describeMembers(open: Open): void {
  describe("members", () => {
    it("are listed, the longest-standing first", async () => {
      const { store, ann, bob, cat, lobby } = await openTeam(open);
      const members = await store.members(lobby);
      expect(members.map((member) => memberSchema.parse(member))).toEqual(members);
      expect(members.map(({ userId, role }) => [userId, role])).toEqual([
        [ann.id, "admin"],
        [bob.id, "member"],
        [cat.id, "member"],
      ]);
      expect(await store.members("nowhere")).toEqual([]);
    });

    it("come: those in the room see each, the new ones get it as it is in the end", async () => {
      const team = await openTeam(open);
      const { store, bob, cat, gus } = team;
      const room = await createRoom(team, { userIds: [bob.id] });
      const events = await loggedBy(store, () =>
        store.addMembers(room.id, [cat.id, bob.id, gus.id, cat.id]),
      );
      expect(events.map(({ event }) => event.type)).toEqual([
        "member.joined",
        "member.joined",
        "room.added",
        "room.added",
      ]);
      expect(only(events, "member.joined").map(({ memberCount }) => memberCount)).toEqual([3, 4]);
      for (const { room: added } of only(events, "room.added")) {
        expect(added.memberCount).toBe(4);
      }
      expect(await loggedBy(store, () => store.addMembers(room.id, [cat.id]))).toEqual([]);
      expect(await refusal(store, () => store.addMembers(room.id, ["nobody"]))).toBe("NOT_FOUND");
      expect(await refusal(store, () => store.addMembers("nowhere", [cat.id]))).toBe("NOT_FOUND");
    });

    it("start at the room's end: what was said before is not news", async () => {
      const team = await openTeam(open);
      const { store, say, ann, cat } = team;
      const room = await createRoom(team);
      const root = await say(ann, "<!room> one", { roomId: room.id });
      const reply = await say(ann, "<!room> two", { roomId: room.id, threadRootId: root.id });
      await store.addMembers(room.id, [cat.id]);
      expect(await store.joinedRoom(cat.id, room.id)).toMatchObject({
        membership: { readSeq: reply.seq, unreadCount: 0, mentionCount: 0 },
        lastMessageSeq: root.seq,
      });
    });

    it("go, and are told before the others", async () => {
      const team = await openTeam(open);
      const { store, bob, lobby } = team;
      const events = await loggedBy(store, () => store.removeMember(lobby, bob.id, "left"));
      expect(events.map(({ event, audience }) => [event.type, audience.kind])).toEqual([
        ["room.removed", "user"],
        ["member.left", "room"],
      ]);
      expect(only(events, "room.removed")).toMatchObject([{ reason: "left", roomId: lobby }]);
      expect(only(events, "member.left")).toMatchObject([{ userId: bob.id, memberCount: 2 }]);
      expect(await store.memberRole(bob.id, lobby)).toBeNull();
      expect(await refusal(store, () => store.removeMember(lobby, bob.id, "left"))).toBe(
        "NOT_FOUND",
      );
    });

    it("leave the room an admin: the longest-standing one", async () => {
      const team = await openTeam(open);
      const { store, ann, bob, cat, lobby } = team;
      expect(await storyOf(team, () => store.removeMember(lobby, ann.id, "left"))).toEqual([
        "room.removed to ann",
        "member.left to room",
        "member.updated to room",
      ]);
      expect(await store.memberRole(bob.id, lobby)).toBe("admin");
      await store.setMemberRole(lobby, cat.id, "admin");
      await store.removeMember(lobby, bob.id, "left");
      expect(await store.memberRole(cat.id, lobby)).toBe("admin");
      await store.removeMember(lobby, cat.id, "left");
      expect(await store.members(lobby)).toEqual([]);
    });

    it("get roles, for all in the room to see", async () => {
      const team = await openTeam(open);
      const { store, ann, bob, lobby } = team;
      const events = await loggedBy(store, () => store.setMemberRole(lobby, bob.id, "admin"));
      expect(events.map(({ audience }) => audience)).toEqual([{ kind: "room", roomId: lobby }]);
      expect(only(events, "member.updated")).toMatchObject([{ userId: bob.id, role: "admin" }]);
      expect(await loggedBy(store, () => store.setMemberRole(lobby, bob.id, "admin"))).toEqual([]);
      await store.setMemberRole(lobby, ann.id, "member");
      await store.setMemberRole(lobby, bob.id, "member");
      expect(await store.memberRole(ann.id, lobby)).toBe("admin");
      expect(await refusal(store, () => store.setMemberRole(lobby, team.gus.id, "admin"))).toBe(
        "NOT_FOUND",
      );
    });

    it("choose what they are notified of, which only they see", async () => {
      const team = await openTeam(open);
      const { store, bob, lobby } = team;
      const choose = () => store.setPreferences(bob.id, lobby, { notify: "nothing" });
      expect(await storyOf(team, choose)).toEqual(["membership.updated to bob"]);
      expect(await loggedBy(store, choose)).toEqual([]);
      expect(await store.joinedRoom(bob.id, lobby)).toMatchObject({
        membership: { notify: "nothing" },
      });
      expect(
        await refusal(store, () => store.setPreferences(team.gus.id, lobby, { muted: true })),
      ).toBe("NOT_FOUND");
    });
  });
}
