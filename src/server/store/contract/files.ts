import { describe, expect, it } from "vitest";
import { attachmentSchema, roomFilesPageSchema } from "../../../shared/files.ts";
import type { User } from "../../../shared/users.ts";
import { importRoom, message } from "./imports.ts";
import type { Open, Team } from "./team.ts";
import { loggedBy, openTeam, past, refusal, soon } from "./team.ts";

export function describeFiles(open: Open): void {
  describeUploads(open);
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
      expect(await store.usedBlobs(["5ha", "other"])).toEqual(["5ha"]);
      await store.importMessages([message(team, roomId, { key: "m:1", attachmentIds: [file.id] })]);
      const { messages } = await store.history(roomId, null, 10);
      expect(messages[0]?.attachments).toEqual([file]);
      expect(await store.fileFor(ann.id, file.id)).toEqual({ ...file, sha256: "5ha" });
      expect(await store.fileFor(gus.id, file.id)).toBeNull();
      await store.deleteMessage(ann.id, messages[0]?.id ?? "");
      expect(await store.fileFor(ann.id, file.id)).toBeNull();
      expect(await store.usedBlobs(["5ha"])).toEqual([]);
    });

    it("come anew with the next import when they expired", async () => {
      const team = await openTeam(open);
      const { roomId } = await importRoom(team);
      const { id } = await importFile(team, roomId);
      await team.store.expireUploads(soon());
      expect(await team.store.fileFor(team.ann.id, id)).toBeNull();
      expect((await importFile(team, roomId)).id).not.toBe(id);
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

function describeUploads(open: Open): void {
  describe("uploads", () => {
    it("are their uploader's alone until a message carries them, and tell nobody", async () => {
      const team = await openTeam(open);
      const { store, say, ann, bob, lobby } = team;
      const { id } = await upload(team, ann);
      expect(await loggedBy(store, () => upload(team, ann))).toEqual([]);
      expect(await store.fileFor(ann.id, id)).toMatchObject({ id, sha256: "5ha" });
      expect(await store.fileFor(bob.id, id)).toBeNull();
      const { attachments } = await say(ann, "", { attachmentIds: [id] });
      expect(attachments.map((file) => file.id)).toEqual([id]);
      expect(await store.fileFor(bob.id, id)).toMatchObject({ id });
      await store.removeMember(lobby, bob.id, "removed");
      expect(await store.fileFor(bob.id, id)).toBeNull();
    });

    it("[RT2] are sent once, however often they are", async () => {
      const team = await openTeam(open);
      const { id } = await upload(team, team.ann);
      const place = { attachmentIds: [id], clientId: "once" };
      const message = await team.say(team.ann, "", place);
      expect(await team.say(team.ann, "", place)).toEqual(message);
      expect(message.attachments).toHaveLength(1);
    });

    it("go into rooms that one is in, while they are open", async () => {
      const team = await openTeam(open);
      const { store, ann, gus, lobby } = team;
      expect(await refusal(store, () => upload(team, gus))).toBe("NOT_FOUND");
      await store.archiveRoom(lobby, true);
      expect(await refusal(store, () => upload(team, ann))).toBe("ROOM_ARCHIVED");
    });

    it("are taken back by their uploader, and forgotten in time, unless they were sent", async () => {
      const team = await openTeam(open);
      const { store, say, ann, bob } = team;
      const [sent, kept, removed] = [
        await upload(team, ann),
        await upload(team, ann),
        await upload(team, ann),
      ];
      await say(ann, "", { attachmentIds: [sent.id] });
      await store.removeUpload(bob.id, removed.id);
      expect(await store.fileFor(ann.id, removed.id)).not.toBeNull();
      await store.removeUpload(ann.id, removed.id);
      await store.removeUpload(ann.id, sent.id);
      expect(await store.fileFor(ann.id, removed.id)).toBeNull();
      await store.expireUploads(past());
      expect(await store.fileFor(ann.id, kept.id)).not.toBeNull();
      await store.expireUploads(soon());
      expect(await store.fileFor(ann.id, kept.id)).toBeNull();
      expect(await store.fileFor(ann.id, sent.id)).not.toBeNull();
    });

    it("are listed by room, newest message first, a message's files together", async () => {
      const team = await openTeam(open);
      const { store, say, ann, lobby } = team;
      const files = await Promise.all([1, 2, 3, 4].map(() => upload(team, ann)));
      const ids = files.map((file) => file.id);
      const first = await say(ann, "one", { attachmentIds: ids.slice(0, 1) });
      const reply = { attachmentIds: ids.slice(1, 3), threadRootId: first.id };
      const second = await say(ann, "two", reply);
      const newest = await store.roomFiles(lobby, null, 1);
      expect(newest.files.map(({ file }) => file.id)).toEqual(ids.slice(1, 3));
      expect(newest.files[0]).toMatchObject({ messageId: second.id, authorId: ann.id });
      expect(newest.older).toBe(second.seq);
      expect(roomFilesPageSchema.parse(await store.roomFiles(lobby, newest.older, 1))).toEqual({
        files: [
          {
            file: first.attachments[0],
            messageId: first.id,
            authorId: ann.id,
            sentAt: first.createdAt,
          },
        ],
        older: null,
      });
    });
  });
}

function upload({ store, lobby }: Team, by: User) {
  return store.addUpload({ ...picture, uploadedBy: by.id, roomId: lobby });
}

const picture = {
  name: "Straße & co.png",
  type: "image/png",
  size: 9,
  sha256: "5ha",
  width: 3,
  height: 4,
};

function importFile({ store, ann }: Team, roomId: string) {
  return store.importFile({ key: "f:1", ...picture, uploadedBy: ann.id, roomId });
}
