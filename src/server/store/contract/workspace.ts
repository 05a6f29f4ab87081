import { describe, expect, it } from "vitest";
import { fileKinds } from "../../../shared/fileKinds.ts";
import { limits } from "../../../shared/limits.ts";
import { roomSchema } from "../../../shared/rooms.ts";
import { userSchema } from "../../../shared/users.ts";
import { workspaceSchema } from "../../../shared/workspace.ts";
import type { Open } from "./team.ts";
import { refusal, loggedBy, openTeam, setUp, storyOf } from "./team.ts";

export function describeWorkspace(open: Open): void {
  describe("workspace", () => {
    it("is nothing until it is set up, and then owner, first room and welcome at once", async () => {
      const { store } = await open();
      expect(await store.workspace()).toBeNull();
      const { owner, roomId } = await setUp(store);
      expect(userSchema.parse(owner)).toMatchObject({ username: "ann", role: "owner" });
      expect(workspaceSchema.parse(await store.workspace())).toEqual({
        name: "The Crown",
        logoUrl: null,
        openSignUp: false,
        firstRoomId: roomId,
        demo: false,
        membersAddEmoji: false,
        uploadBytes: limits.uploadBytes.default,
        uploadKinds: [...fileKinds],
      });
      expect(roomSchema.parse(await store.room(owner.id, roomId, "member"))).toMatchObject({
        name: "Lobby",
        topic: "For everyone",
        kind: "public",
        memberCount: 1,
      });
      expect(await store.memberRole(owner.id, roomId)).toBe("admin");
      const { messages } = await store.history(roomId, null, 10);
      expect(messages.map(({ body, authorId }) => [body, authorId])).toEqual([
        ["Welcome!", owner.id],
      ]);
      const events = await store.eventsAfter(0, 10);
      expect(events.map(({ event }) => event.type)).toEqual([
        "workspace.updated",
        "user.created",
        "room.added",
        "message.created",
      ]);
    });

    it("is set up once, whoever else tries at the same time", async () => {
      const { store } = await open();
      const results = await Promise.allSettled([setUp(store), setUp(store)]);
      expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
      expect(await refusal(store, () => setUp(store))).toBe("ALREADY_SET_UP");
      expect(await store.accounts()).toHaveLength(1);
    });

    it("changes for all to see, and silently not at all", async () => {
      const team = await openTeam(open);
      const { store } = team;
      expect(
        await storyOf(team, () => store.updateWorkspace({ name: "The Anchor", openSignUp: true })),
      ).toEqual(["workspace.updated to all"]);
      const pictures = { uploadBytes: 5, uploadKinds: ["picture"] } as const;
      await store.updateWorkspace({ ...pictures, uploadKinds: [...pictures.uploadKinds] });
      expect(await store.workspace()).toMatchObject({
        name: "The Anchor",
        openSignUp: true,
        ...pictures,
      });
      expect(await loggedBy(store, () => store.updateWorkspace({ name: "The Anchor" }))).toEqual(
        [],
      );
    });

    it("cannot change before it is there", async () => {
      const { store } = await open();
      expect(await refusal(store, () => store.updateWorkspace({ name: "Early" }))).toBe(
        "NOT_SET_UP",
      );
    });
  });
}
