import { describe, expect, it } from "vitest";
import type { Open } from "./team.ts";
import { openTeam } from "./team.ts";

export function describeVersions(open: Open): void {
  describe("versions of a message", () => {
    it("are all that it ever said, newest first, each with its time", async () => {
      const { store, say, bob } = await openTeam(open);
      const first = await say(bob, "teh");
      expect(await store.messageVersions(first.id, 9)).toEqual([
        { body: "teh", writtenAt: first.createdAt },
      ]);
      const second = await store.editMessage(bob.id, first.id, "the");
      const third = await store.editMessage(bob.id, first.id, "The");
      expect(await store.messageVersions(first.id, 9)).toEqual([
        { body: "The", writtenAt: third.editedAt },
        { body: "the", writtenAt: second.editedAt },
        { body: "teh", writtenAt: first.createdAt },
      ]);
      expect(await store.messageVersions(first.id, 2)).toHaveLength(2);
    });

    it("are not kept of an edit that changed nothing, nor after the message is deleted", async () => {
      const { store, say, bob } = await openTeam(open);
      const { id } = await say(bob, "secret");
      await store.editMessage(bob.id, id, "secret");
      expect(await store.messageVersions(id, 9)).toHaveLength(1);
      await store.editMessage(bob.id, id, "harmless");
      await store.deleteMessage(bob.id, id);
      expect(await store.messageVersions(id, 9)).toEqual([]);
    });
  });
}
