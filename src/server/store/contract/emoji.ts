import { describe, expect, it } from "vitest";
import type { Open } from "./team.ts";
import { loggedBy, only, openTeam, refusal } from "./team.ts";

const picture = { type: "image/png", size: 67, sha256: "5ha" };

export function describeEmoji(open: Open): void {
  describe("the workspace's own emoji", () => {
    it("are told to all and known by name", async () => {
      const { store, ann, gus } = await openTeam(open);
      const add = (name: string) => store.addEmoji({ ...picture, name, createdBy: ann.id });
      const events = await loggedBy(store, () => add("snug"));
      const [added] = only(events, "emoji.added");
      expect(events.map(({ audience }) => audience)).toEqual([{ kind: "all" }]);
      await add("ale");
      const { emoji } = await store.snapshot(gus.id);
      expect(emoji.map(({ name }) => name)).toEqual(["ale", "snug"]);
      expect(emoji[1]).toEqual(added?.emoji);
      expect(await store.emojiNamed("snug")).toEqual(added?.emoji);
      expect(await store.emojiImage(added?.emoji.url.split("/").at(-1) ?? "")).toEqual(picture);
      expect(await store.usedBlobs(["5ha", "other"])).toEqual(["5ha"]);
      expect(await refusal(store, () => add("snug"))).toBe("EMOJI_NAME_TAKEN");
    });

    it("are gone when they are removed, and their pictures unused", async () => {
      const { store, ann } = await openTeam(open);
      await store.addEmoji({ ...picture, name: "snug", createdBy: ann.id });
      const events = await loggedBy(store, () => store.removeEmoji("snug"));
      expect(events.map(({ event }) => event)).toMatchObject([
        { type: "emoji.removed", name: "snug" },
      ]);
      expect(await store.emojiNamed("snug")).toBeNull();
      expect(await store.usedBlobs(["5ha"])).toEqual([]);
      expect(await refusal(store, () => store.removeEmoji("snug"))).toBe("NOT_FOUND");
    });
  });
}
