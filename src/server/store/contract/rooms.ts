import { describe, expect, it } from "vitest";
import { joinedRoomSchema, roomSchema } from "../../../shared/rooms.ts";
import type { Open, Team } from "./team.ts";
import { refusal, loggedBy, only, openTeam, storyOf } from "./team.ts";

type NewRoom = Parameters<Team["store"]["createRoom"]>[0];

export function describeRooms(open: Open): void {
  describe("rooms", () => {
    it("are made with their people, who are told what they got", async () => {
      const team = await openTeam(open);
      const { store, ann, bob, gus } = team;
      const events = await loggedBy(store, async () => {
        const room = await createRoom(team, { userIds: [bob.id, gus.id, bob.id] });
        expect(joinedRoomSchema.parse(room)).toMatchObject({
          kind: "public",
          name: "Books",
          topic: "What we read",
          createdBy: ann.id,
          memberCount: 3,
          directUserIds: [],
          membership: { role: "admin", notify: "everything", readSeq: 0, unreadCount: 0 },
          lastMessageSeq: 0,
          lastMessageAt: null,
        });
      });
      const added = only(events, "room.added");
      expect(events).toHaveLength(3);
      expect(added.map(({ room }) => room.membership.role)).toEqual(["admin", "member", "member"]);
      expect(added[1]?.room).toEqual(await store.joinedRoom(bob.id, added[1]?.room.id ?? ""));
      expect(await store.joinedRoom(team.cat.id, added[1]?.room.id ?? "")).toBeNull();
    });

    it("are not made with people who do not exist", async () => {
      const team = await openTeam(open);
      expect(await refusal(team.store, () => createRoom(team, { userIds: ["x"] }))).toBe(
        "NOT_FOUND",
      );
    });

    it("have a name of their own, without regard to case and script, archived ones included", async () => {
      const team = await openTeam(open);
      const { store } = team;
      const taken = async (name: string) =>
        expect(await refusal(store, () => createRoom(team, { name }))).toBe("ROOM_NAME_TAKEN");
      await taken("LOBBY");
      await createRoom(team, { name: "Größe Ärger" });
      await taken("GRÖSSE ÄRGER");
      const { id } = await createRoom(team, { name: "Οδός", kind: "private" });
      await taken("ΟΔΌΣ");
      await store.archiveRoom(id, true);
      await taken("οδός");
      expect(await refusal(store, () => store.updateRoom(id, { name: "lobby" }))).toBe(
        "ROOM_NAME_TAKEN",
      );
      await store.deleteRoom(id);
      await createRoom(team, { name: "οδός" });
    });

    it("are all listed for whoever runs the machine, of every kind", async () => {
      const team = await openTeam(open);
      const { store, ann, bob, lobby } = team;
      const secret = await createRoom(team, { name: "Secret", kind: "private" });
      await store.archiveRoom(secret.id, true);
      const direct = await store.openDirect(ann.id, [bob.id]);
      const all = await store.allRooms();
      expect(all.map((room) => roomSchema.parse(room))).toEqual(all);
      expect(all.map(({ id }) => id)).toEqual([lobby, secret.id, direct.id]);
      expect(all[1]?.archivedAt).not.toBeNull();
    });

    it("race for a name, and one of them gets it", async () => {
      const team = await openTeam(open);
      const results = await Promise.allSettled([createRoom(team), createRoom(team)]);
      expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
    });

    it("are found by members, public ones by everyone but guests", async () => {
      const team = await openTeam(open);
      const { store, ann, bob, gus, lobby } = team;
      const secret = await createRoom(team, { kind: "private", name: "Secret" });
      const open2 = await createRoom(team, { name: "Open" });
      const sees = async (userId: string, roomId: string) => [
        (await store.room(userId, roomId, "member")) !== null,
        (await store.room(userId, roomId, "visible")) !== null,
      ];
      expect(await sees(ann.id, secret.id)).toEqual([true, true]);
      expect(await sees(bob.id, secret.id)).toEqual([false, false]);
      expect(await sees(bob.id, open2.id)).toEqual([false, true]);
      expect(await sees(gus.id, open2.id)).toEqual([false, false]);
      await store.addMembers(lobby, [gus.id]);
      expect(await sees(gus.id, lobby)).toEqual([true, true]);
      expect(await sees("nobody", lobby)).toEqual([false, false]);
      expect(await sees(ann.id, "nowhere")).toEqual([false, false]);
      expect(roomSchema.parse(await store.room(ann.id, lobby, "member"))).toMatchObject({
        name: "Lobby",
      });
    });

    it("are browsed by name: public ones and one's own", async () => {
      const team = await openTeam(open);
      const { store, ann, bob, gus } = team;
      await createRoom(team, { kind: "private", name: "anns own" });
      await createRoom(team, { kind: "private", name: "Bobs too", userIds: [bob.id] });
      const archived = await createRoom(team, { name: "Old" });
      await store.archiveRoom(archived.id, true);
      await store.openDirect(ann.id, [bob.id]);
      const browse = async (userId: string, old = false) =>
        (await store.browseRooms(userId, old)).map(({ name, joined }) => [name, joined]);
      expect(await browse(bob.id)).toEqual([
        ["Bobs too", true],
        ["Lobby", true],
      ]);
      expect(await browse(ann.id)).toEqual([
        ["anns own", true],
        ["Bobs too", true],
        ["Lobby", true],
      ]);
      expect(await browse(bob.id, true)).toEqual([["Old", false]]);
      expect(await browse(gus.id)).toEqual([]);
    });

    it("change name and topic, for their members to see", async () => {
      const team = await openTeam(open);
      const { store, ann, lobby } = team;
      const events = await loggedBy(store, () =>
        store.updateRoom(lobby, { name: "LOBBY", topic: "New" }),
      );
      expect(events.map(({ audience }) => audience)).toEqual([{ kind: "room", roomId: lobby }]);
      const room = await store.room(ann.id, lobby, "member");
      expect(only(events, "room.updated")).toMatchObject([{ room }]);
      expect(room).toMatchObject({ name: "LOBBY", topic: "New", memberCount: 3 });
      expect(await loggedBy(store, () => store.updateRoom(lobby, { topic: "New" }))).toEqual([]);
      expect(await refusal(store, () => store.updateRoom("nowhere", { topic: "" }))).toBe(
        "NOT_FOUND",
      );
    });

    it("are archived and back", async () => {
      const team = await openTeam(open);
      const { store, lobby } = team;
      expect(await storyOf(team, () => store.archiveRoom(lobby, true))).toEqual([
        "room.updated to room",
      ]);
      expect(await loggedBy(store, () => store.archiveRoom(lobby, true))).toEqual([]);
      expect(await store.archiveRoom(lobby, false)).toMatchObject({ archivedAt: null });
    });

    it("are deleted for good, with everything in them", async () => {
      const team = await openTeam(open);
      const { store, say, ann, bob } = team;
      const room = await createRoom(team, { userIds: [bob.id] });
      const message = await say(ann, `<@${bob.id}>`, { roomId: room.id });
      await say(bob, "reply", { roomId: room.id, threadRootId: message.id });
      await store.setReaction(bob.id, message.id, "👍", true);
      expect(await storyOf(team, () => store.deleteRoom(room.id))).toEqual([
        "room.removed to ann",
        "room.removed to bob",
      ]);
      expect(await store.room(ann.id, room.id, "visible")).toBeNull();
      expect(await store.message(ann.id, message.id)).toBeNull();
      expect((await store.history(room.id, null, 10)).messages).toEqual([]);
      expect((await store.thread(message.id, null, 10)).messages).toEqual([]);
      expect(await refusal(store, () => store.deleteRoom(room.id))).toBe("NOT_FOUND");
    });

    it("leave the workspace without a first room when it is deleted", async () => {
      const team = await openTeam(open);
      const { store, lobby } = team;
      const story = await storyOf(team, () => store.deleteRoom(lobby));
      expect(story.at(-1)).toBe("workspace.updated to all");
      expect(await store.workspace()).toMatchObject({ firstRoomId: null });
    });
  });

  describe("direct rooms", () => {
    it("are one per set of people, whoever opens them", async () => {
      const team = await openTeam(open);
      const { store, ann, bob, cat } = team;
      const [first, second] = await Promise.all([
        store.openDirect(ann.id, [bob.id]),
        store.openDirect(bob.id, [ann.id, bob.id]),
      ]);
      expect(second.id).toBe(first.id);
      expect(first).toMatchObject({ kind: "direct", name: "", memberCount: 2 });
      expect(first.directUserIds.toSorted()).toEqual([ann.id, bob.id].toSorted());
      expect(await loggedBy(store, () => store.openDirect(ann.id, [bob.id]))).toEqual([]);
      const group = await store.openDirect(ann.id, [bob.id, cat.id]);
      expect(group.id).not.toBe(first.id);
      expect((await store.openDirect(ann.id, [])).directUserIds).toEqual([ann.id]);
      expect(await refusal(store, () => store.openDirect(ann.id, ["nobody"]))).toBe("NOT_FOUND");
    });

    it("tell each of them", async () => {
      const team = await openTeam(open);
      const { store, ann, bob } = team;
      expect((await storyOf(team, () => store.openDirect(ann.id, [bob.id]))).toSorted()).toEqual([
        "room.added to ann",
        "room.added to bob",
      ]);
    });

    it("keep their people, and take back who left when they are opened again", async () => {
      const team = await openTeam(open);
      const { store, ann, bob, cat } = team;
      const { id, directUserIds } = await store.openDirect(ann.id, [bob.id]);
      expect(await refusal(store, () => store.addMembers(id, [cat.id]))).toBe("FORBIDDEN");
      expect(await refusal(store, () => store.updateRoom(id, { name: "Named" }))).toBe("FORBIDDEN");
      await store.removeMember(id, bob.id, "left");
      expect(await store.joinedRoom(ann.id, id)).toMatchObject({ directUserIds, memberCount: 1 });
      expect(await storyOf(team, () => store.openDirect(ann.id, [bob.id]))).toEqual([
        "member.joined to room",
        "room.added to bob",
      ]);
    });
  });
}

export function createRoom(
  { store, ann }: Team,
  change: Partial<NewRoom> = {},
): ReturnType<Team["store"]["createRoom"]> {
  return store.createRoom({
    kind: "public",
    name: "Books",
    topic: "What we read",
    createdBy: ann.id,
    userIds: [],
    ...change,
  });
}
