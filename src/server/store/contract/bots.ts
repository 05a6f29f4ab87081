import { describe, expect, it } from "vitest";
import type { Open } from "./team.ts";
import { openTeam, refusal, storyOf } from "./team.ts";

export function describeBots(open: Open): void {
  describe("bots", () => {
    const names = { username: "herald", displayName: "Herald" };

    it("are users that somebody owns, and are in no room yet", async () => {
      const team = await openTeam(open);
      const { store, reopen, ann } = team;
      expect(await storyOf(team, () => store.createBot({ ...names, ownerId: ann.id }))).toEqual([
        "user.created to all",
      ]);
      const reopened = await reopen();
      const [herald] = await reopened.bots();
      expect(herald).toMatchObject({ ownerId: ann.id, user: { ...names, role: "bot" } });
      expect(await reopened.bot(herald?.user.id ?? "")).toEqual(herald);
      expect(await reopened.bot(ann.id)).toBeNull();
      expect((await reopened.snapshot(herald?.user.id ?? "")).rooms).toEqual([]);
    });

    it("are listed when an import brought them, and nobody owns them", async () => {
      const { store } = await openTeam(open);
      const { id } = await store.createUser(
        { ...names, email: null, passwordHash: null, role: "bot" },
        null,
      );
      expect(await store.bot(id)).toMatchObject({ ownerId: null });
      expect(await store.bots()).toMatchObject([{ ownerId: null }]);
    });

    it("see the rooms that they were added to, and no others", async () => {
      const team = await openTeam(open);
      const { store, ann, lobby, say } = team;
      const herald = await store.createBot({ ...names, ownerId: ann.id });
      const { id: messageId } = await say(ann, "Hello");
      const seen = async () => [
        (await store.room(herald.id, lobby, "visible")) !== null,
        (await store.browseRooms(herald.id, false)).length === 1,
        (await store.message(herald.id, messageId)) !== null,
      ];
      expect(await seen()).toEqual([false, false, false]);
      await store.addMembers(lobby, [herald.id]);
      expect(await seen()).toEqual([true, true, true]);
    });

    it("have names of their own, and owners who exist", async () => {
      const { store, ann } = await openTeam(open);
      const create = (username: string, ownerId: string) => () =>
        store.createBot({ ...names, username, ownerId });
      expect(await refusal(store, create("bob", ann.id))).toBe("USERNAME_TAKEN");
      expect(await refusal(store, create("herald", "nobody"))).toBe("NOT_FOUND");
      expect(await store.bots()).toEqual([]);
    });
  });
}
