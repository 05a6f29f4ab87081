import { describe, expect, it } from "vitest";
import type { Open } from "./team.ts";
import { openTeam, refusal, storyOf } from "./team.ts";

export function describeSaved(open: Open): void {
  describe("saved messages", () => {
    it("are one's own, saved last first, and told to nobody else", async () => {
      const team = await openTeam(open);
      const { store, say, ann, bob, gus, lobby } = team;
      const one = await say(ann, "one");
      const two = await say(ann, "two");
      const save = (id: string, on: boolean) => () => store.setSaved(bob.id, id, on);
      expect(await storyOf(team, save(two.id, true))).toEqual(["message.saved to bob"]);
      expect(await storyOf(team, save(two.id, true))).toEqual([]);
      await store.setSaved(bob.id, one.id, true);
      const { items, older } = await store.savedMessages(bob.id, null, 9);
      expect(items.map(({ message }) => message)).toEqual([one, two]);
      expect(older).toBeNull();
      const membership = (await store.joinedRoom(bob.id, lobby))?.membership;
      expect(membership?.savedIds).toEqual([two.id, one.id]);
      expect((await store.savedMessages(ann.id, null, 9)).items).toEqual([]);
      expect(await storyOf(team, save(one.id, false))).toEqual(["message.unsaved to bob"]);
      expect(await storyOf(team, save(one.id, false))).toEqual([]);
      expect(await refusal(store, () => store.setSaved(gus.id, one.id, true))).toBe("NOT_FOUND");
    });

    it("come in pages", async () => {
      const { store, say, ann, bob } = await openTeam(open);
      for (const body of ["1", "2", "3"]) {
        await store.setSaved(bob.id, (await say(ann, body)).id, true);
      }
      const first = await store.savedMessages(bob.id, null, 2);
      expect(first.items.map(({ message }) => message.body)).toEqual(["3", "2"]);
      const second = await store.savedMessages(bob.id, first.older, 2);
      expect(second.items.map(({ message }) => message.body)).toEqual(["1"]);
      expect(second.older).toBeNull();
    });

    it("are out of sight while one is not in their room, and go with the message", async () => {
      const { store, say, ann, bob, lobby } = await openTeam(open);
      const kept = await say(ann, "kept");
      const gone = await say(ann, "gone");
      await store.setSaved(bob.id, kept.id, true);
      await store.setSaved(bob.id, gone.id, true);
      await store.deleteMessage(ann.id, gone.id);
      const shown = async () => {
        const { items } = await store.savedMessages(bob.id, null, 9);
        return items.map(({ message }) => message.id);
      };
      expect(await shown()).toEqual([kept.id]);
      await store.removeMember(lobby, bob.id, "left");
      expect(await shown()).toEqual([]);
      await store.addMembers(lobby, [bob.id]);
      expect(await shown()).toEqual([kept.id]);
      expect((await store.joinedRoom(bob.id, lobby))?.membership.savedIds).toEqual([kept.id]);
    });

    it("may be of an archived room, which stays as it is for everyone else", async () => {
      const { store, say, ann, bob, lobby } = await openTeam(open);
      const { id } = await say(ann, "before");
      await store.archiveRoom(lobby, true);
      await store.setSaved(bob.id, id, true);
      expect((await store.savedMessages(bob.id, null, 9)).items).toHaveLength(1);
    });
  });
}
