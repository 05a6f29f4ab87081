import { describe, expect, it } from "vitest";
import type { User } from "../../../shared/users.ts";
import type { Open, Team } from "./team.ts";
import { loggedBy, openTeam, refusal, storyOf } from "./team.ts";

export function describeDrafts(open: Open): void {
  describe("drafts", () => {
    it("are kept per room and thread, the one written last", async () => {
      const team = await openTeam(open);
      const { store, say, ann, bob, lobby } = team;
      const root = await say(ann, "root");
      const save = (text: string, rootId: string | null = null) =>
        store.saveDraft(bob.id, { roomId: lobby, rootId, text });
      await save("Dear all");
      await save("I think", root.id);
      await save("Dear all,");
      expect(await drafts(team, bob)).toEqual([
        { rootId: null, text: "Dear all," },
        { rootId: root.id, text: "I think" },
      ]);
      expect(await drafts(team, ann)).toEqual([]);
      await save(" \n");
      expect(await drafts(team, bob)).toEqual([{ rootId: root.id, text: "I think" }]);
    });

    it("are told to their writer alone, and only when they change", async () => {
      const team = await openTeam(open);
      const { store, bob, lobby } = team;
      const draft = { roomId: lobby, rootId: null, text: "Dear all" };
      const save = () => store.saveDraft(bob.id, draft);
      expect(await storyOf(team, save)).toEqual(["draft.updated to bob"]);
      expect(await loggedBy(store, save)).toEqual([]);
      expect(await save()).toEqual({ seq: (await store.logState()).head });
      const none = () => store.saveDraft(bob.id, { ...draft, text: "" });
      expect(await storyOf(team, none)).toEqual(["draft.updated to bob"]);
      expect(await loggedBy(store, none)).toEqual([]);
    });

    it("are for rooms that one is in and threads of that room", async () => {
      const { store, say, ann, bob, gus, lobby } = await openTeam(open);
      const reply = await say(bob, "reply", { threadRootId: (await say(ann, "root")).id });
      const save = (userId: string, rootId: string | null) => () =>
        store.saveDraft(userId, { roomId: lobby, rootId, text: "Hello" });
      expect(await refusal(store, save(gus.id, null))).toBe("NOT_FOUND");
      expect(await refusal(store, save(bob.id, reply.id))).toBe("NOT_FOUND");
      expect(await refusal(store, save(bob.id, "nothing"))).toBe("NOT_FOUND");
    });
  });
}

async function drafts({ store, lobby }: Team, user: User) {
  return (await store.joinedRoom(user.id, lobby))?.membership.drafts;
}
