import { describe, expect, it } from "vitest";
import type { Open } from "./team.ts";
import { loggedBy, only, openTeam, refusal } from "./team.ts";

const picture = { sha256: "5ha", size: 67 };
const other = { sha256: "07her", size: 76 };

export function describeAvatars(open: Open): void {
  describe("people's pictures", () => {
    it("are told to all, each under an address of its own", async () => {
      const { store, bob, gus } = await openTeam(open);
      const events = await loggedBy(store, () => store.setAvatar(bob.id, picture));
      const [set] = only(events, "user.updated");
      expect(events.map(({ audience }) => audience)).toEqual([{ kind: "all" }]);
      const first = set?.user.avatarUrl ?? "";
      expect(first).toMatch(/^\/avatars\/./);
      expect(await store.user(bob.id)).toEqual({ ...bob, avatarUrl: first });
      expect(await store.avatar(idInAddress(first))).toEqual(picture);
      expect(await loggedBy(store, () => store.setAvatar(bob.id, picture))).toEqual([]);

      const { avatarUrl } = await store.setAvatar(bob.id, other);
      expect(avatarUrl).not.toBe(first);
      expect(await store.avatar(idInAddress(first))).toBeNull();
      expect(await store.usedBlobs(["5ha", "07her"])).toEqual(["07her"]);
      const { users } = await store.snapshot(gus.id);
      expect(users.find(({ id }) => id === bob.id)?.avatarUrl).toBe(avatarUrl);
    });

    it("are kept once for all who chose the same, and unused when the last takes it away", async () => {
      const { store, ann, bob } = await openTeam(open);
      const { avatarUrl } = await store.setAvatar(ann.id, picture);
      expect((await store.setAvatar(bob.id, picture)).avatarUrl).not.toBe(avatarUrl);
      const events = await loggedBy(store, () => store.setAvatar(ann.id, null));
      expect(only(events, "user.updated")).toMatchObject([{ user: { ...ann, avatarUrl: null } }]);
      expect(await store.usedBlobs(["5ha"])).toEqual(["5ha"]);
      expect(await store.setAvatar(bob.id, null)).toEqual(bob);
      expect(await store.usedBlobs(["5ha"])).toEqual([]);
      expect(await loggedBy(store, () => store.setAvatar(bob.id, null))).toEqual([]);
      expect(await refusal(store, () => store.setAvatar("nobody", picture))).toBe("NOT_FOUND");
    });
  });
}

function idInAddress(url: string): string {
  return url.slice(url.lastIndexOf("/") + 1);
}
