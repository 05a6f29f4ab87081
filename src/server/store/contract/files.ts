import { describe, expect, it } from "vitest";
import { attachmentSchema } from "../../../shared/files.ts";
import { importRoom, message } from "./imports.ts";
import type { Open, Team } from "./team.ts";
import { openTeam, refusal } from "./team.ts";

export function describeFiles(open: Open): void {
  describe("imported files", () => {
    it("are found by key, hang on their message, and are for its room", async () => {
      const team = await openTeam(open);
      const { store, ann, gus } = team;
      const { roomId } = await importRoom(team);
      const file = await importFile(team, roomId);
      expect(attachmentSchema.parse(file)).toEqual({
        id: file.id,
        name: "Straße & co.png",
        type: "image/png",
        size: 9,
        width: 3,
        height: 4,
        url: `/files/${file.id}/Stra%C3%9Fe%20%26%20co.png`,
      });
      expect(await importFile(team, roomId)).toEqual(file);
      await store.importMessages([message(team, roomId, { key: "m:1", attachmentIds: [file.id] })]);
      const { messages } = await store.history(roomId, null, 10);
      expect(messages[0]?.attachments).toEqual([file]);
      expect(await store.fileFor(ann.id, file.id)).toEqual({ ...file, sha256: "5ha" });
      expect(await store.fileFor(gus.id, file.id)).toBeNull();
      await store.deleteMessage(ann.id, messages[0]?.id ?? "");
      expect(await store.fileFor(ann.id, file.id)).toBeNull();
    });

    it("are attached to what one sends, when they are one's own and free", async () => {
      const team = await openTeam(open);
      const { store, say, ann, bob } = team;
      const { roomId } = await importRoom(team);
      const { id, ...file } = await importFile(team, roomId);
      const send = (author: typeof ann, place: string) => () =>
        say(author, "", { roomId: place, attachmentIds: [id] });
      expect(await refusal(store, send(bob, roomId))).toBe("NOT_FOUND");
      expect(await refusal(store, send(ann, team.lobby))).toBe("NOT_FOUND");
      expect((await send(ann, roomId)()).attachments).toEqual([{ id, ...file }]);
      expect(await refusal(store, send(ann, roomId))).toBe("NOT_FOUND");
    });
  });
}

function importFile({ store, ann }: Team, roomId: string) {
  return store.importFile({
    key: "f:1",
    name: "Straße & co.png",
    type: "image/png",
    size: 9,
    sha256: "5ha",
    width: 3,
    height: 4,
    uploadedBy: ann.id,
    roomId,
  });
}
