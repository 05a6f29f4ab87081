import { describe, expect, it } from "vitest";
import { limits } from "../../../shared/limits.ts";
import type { Open } from "./team.ts";
import { loggedBy, only, openTeam, refusal, storyOf } from "./team.ts";

export function describePins(open: Open): void {
  describe("pins", () => {
    it("stand on the message and in the room's list, pinned last first", async () => {
      const { store, say, ann, bob, lobby } = await openTeam(open);
      const one = await say(ann, "one");
      const two = await say(ann, "two");
      const events = await loggedBy(store, () => store.setPin(bob.id, one.id, true));
      const [pinned] = only(events, "message.pinned");
      expect(events.map(({ audience }) => audience)).toEqual([{ kind: "room", roomId: lobby }]);
      expect(pinned?.pinned).toEqual({ userId: bob.id, at: pinned?.at });
      const after = await store.message(ann.id, one.id);
      expect(after).toEqual({ ...one, pinned: pinned?.pinned });
      await store.setPin(ann.id, two.id, true);
      expect((await store.pins(lobby)).map(({ body }) => body)).toEqual(["two", "one"]);
      await store.setPin(ann.id, one.id, false);
      expect((await store.pins(lobby)).map(({ body }) => body)).toEqual(["two"]);
      expect(await store.message(ann.id, one.id)).toEqual(one);
    });

    it("tell the room of changes, and of nothing else", async () => {
      const team = await openTeam(open);
      const { store, say, ann, bob, gus } = team;
      const { id } = await say(ann, "Pin me");
      const pin = (on: boolean) => () => store.setPin(bob.id, id, on);
      expect(await storyOf(team, pin(false))).toEqual([]);
      expect(await storyOf(team, pin(true))).toEqual(["message.pinned to room"]);
      expect(await storyOf(team, pin(true))).toEqual([]);
      expect(await storyOf(team, pin(false))).toEqual(["message.unpinned to room"]);
      expect(await refusal(store, () => store.setPin(gus.id, id, true))).toBe("NOT_FOUND");
    });

    it("go with the message, and stay as they are once the room is archived", async () => {
      const { store, say, ann, lobby } = await openTeam(open);
      const kept = await say(ann, "kept");
      const gone = await say(ann, "gone");
      await store.setPin(ann.id, kept.id, true);
      await store.setPin(ann.id, gone.id, true);
      await store.deleteMessage(ann.id, gone.id);
      expect((await store.pins(lobby)).map(({ id }) => id)).toEqual([kept.id]);
      expect(await refusal(store, () => store.setPin(ann.id, gone.id, true))).toBe("NOT_FOUND");
      await store.archiveRoom(lobby, true);
      expect(await refusal(store, () => store.setPin(ann.id, kept.id, false))).toBe(
        "ROOM_ARCHIVED",
      );
    });

    it("have a limit per room", async () => {
      const { store, say, ann } = await openTeam(open);
      const many = Array.from({ length: limits.pinsPerRoom }, async (_, n) => {
        const { id } = await say(ann, `pin ${n}`);
        await store.setPin(ann.id, id, true);
      });
      await Promise.all(many);
      const { id } = await say(ann, "one too many");
      expect(await refusal(store, () => store.setPin(ann.id, id, true))).toBe("TOO_LARGE");
    });
  });
}
