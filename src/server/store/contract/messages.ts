import { describe, expect, it } from "vitest";
import { limits } from "../../../shared/limits.ts";
import { messageSchema } from "../../../shared/messages.ts";
import type { Open } from "./team.ts";
import { refusal, loggedBy, only, openTeam, storyOf } from "./team.ts";
import { createRoom } from "./rooms.ts";

export function describeMessages(open: Open): void {
  describe("messages", () => {
    it("are what their event says, and can be read by those in the room", async () => {
      const { store, say, ann, bob, gus, lobby } = await openTeam(open);
      const events = await loggedBy(store, () => say(ann, "Hello **you**", { clientId: "c1" }));
      const [created] = only(events, "message.created");
      expect(events).toHaveLength(1);
      expect(events[0]?.audience).toEqual({ kind: "room", roomId: lobby });
      expect(created?.thread).toBeNull();
      expect(messageSchema.parse(created?.message)).toEqual({
        id: created?.message.id,
        clientId: "c1",
        roomId: lobby,
        authorId: ann.id,
        authorName: null,
        body: "Hello **you**",
        attachments: [],
        reactions: [],
        mentions: { userIds: [], room: false },
        threadRootId: null,
        thread: null,
        quotedId: null,
        pinned: null,
        seq: created?.seq,
        createdAt: created?.at,
        editedAt: null,
        deletedAt: null,
      });
      const id = created?.message.id ?? "";
      expect(await store.message(bob.id, id)).toEqual(created?.message);
      expect(await store.message(gus.id, id)).toBeNull();
      expect(await store.message(bob.id, "nothing")).toBeNull();
    });

    it("can be read in public rooms without joining, in private ones not", async () => {
      const team = await openTeam(open);
      const { store, say, ann, bob, gus } = team;
      const books = await createRoom(team);
      const secret = await createRoom(team, { kind: "private", name: "Secret" });
      const open2 = await say(ann, "public", { roomId: books.id });
      const hidden = await say(ann, "private", { roomId: secret.id });
      expect(await store.message(bob.id, open2.id)).toEqual(open2);
      expect(await store.message(gus.id, open2.id)).toBeNull();
      expect(await store.message(bob.id, hidden.id)).toBeNull();
    });

    it("[RT2] are sent once, however often they are sent", async () => {
      const { store, say, ann, bob, lobby } = await openTeam(open);
      const original = await say(ann, "once", { clientId: "c1" });
      const { head } = await store.logState();
      const [again, atOnce] = await Promise.all([
        say(ann, "once", { clientId: "c1" }),
        say(ann, "another body", { clientId: "c1" }),
      ]);
      expect([again, atOnce]).toEqual([original, original]);
      expect((await store.logState()).head).toBe(head);
      const edited = await store.editMessage(ann.id, original.id, "edited");
      await store.archiveRoom(lobby, true);
      expect(await say(ann, "once", { clientId: "c1" })).toEqual(edited);
      await store.archiveRoom(lobby, false);
      expect((await say(bob, "someone else's", { clientId: "c1" })).id).not.toBe(original.id);
    });

    it("[RT2] are sent once even when they arrive together, are deleted or the room was left", async () => {
      const { store, say, ann, bob, lobby } = await openTeam(open);
      const twice = await Promise.all(["c1", "c1"].map((clientId) => say(bob, "x", { clientId })));
      expect(twice[1]).toEqual(twice[0]);
      const { id, seq } = twice[0] ?? (await say(ann, "never"));
      await store.deleteMessage(bob.id, id);
      await store.removeMember(lobby, bob.id, "left");
      const again = await say(bob, "x", { clientId: "c1" });
      expect(again).toMatchObject({ id, seq, body: "" });
      expect(again.deletedAt).not.toBeNull();
      expect((await store.history(lobby, null, 10)).messages.map((each) => each.id)).not.toContain(
        id,
      );
    });

    it("are not for rooms that one is not in, or that are archived", async () => {
      const { store, say, ann, gus, lobby } = await openTeam(open);
      expect(await refusal(store, () => say(gus, "Hello"))).toBe("NOT_FOUND");
      expect(await refusal(store, () => say(ann, "Hello", { roomId: "nowhere" }))).toBe(
        "NOT_FOUND",
      );
      await store.archiveRoom(lobby, true);
      expect(await refusal(store, () => say(ann, "Hello"))).toBe("ROOM_ARCHIVED");
    });

    it("stay as they are once their room is archived", async () => {
      const { store, say, ann, lobby } = await openTeam(open);
      const { id } = await say(ann, "as it was");
      await store.setReaction(ann.id, id, "👍", true);
      await store.archiveRoom(lobby, true);
      const changes = [
        () => store.editMessage(ann.id, id, "otherwise"),
        () => store.setReaction(ann.id, id, "🎉", true),
        () => store.setReaction(ann.id, id, "👍", false),
        () => store.deleteMessage(ann.id, id),
      ];
      for (const change of changes) expect(await refusal(store, change)).toBe("ROOM_ARCHIVED");
      await store.archiveRoom(lobby, false);
      for (const change of changes) await change();
    });

    it("quote a message of their room, which may be deleted, and none of another", async () => {
      const team = await openTeam(open);
      const { store, say, ann, bob } = team;
      const quoted = await say(ann, "Tea?");
      expect((await say(bob, "Yes", { quotedId: quoted.id })).quotedId).toBe(quoted.id);
      await store.deleteMessage(ann.id, quoted.id);
      const late = await say(bob, "Late", { quotedId: quoted.id });
      expect(late.quotedId).toBe(quoted.id);
      const books = await createRoom(team);
      const elsewhere = await say(ann, "Elsewhere", { roomId: books.id });
      for (const quotedId of [elsewhere.id, "nothing"]) {
        expect(await refusal(store, () => say(ann, "What?", { quotedId }))).toBe("NOT_FOUND");
      }
    });

    it("move the room's end", async () => {
      const { store, say, ann, bob, lobby } = await openTeam(open);
      const { seq, createdAt } = await say(ann, "last");
      expect(await store.joinedRoom(bob.id, lobby)).toMatchObject({
        lastMessageSeq: seq,
        lastMessageAt: createdAt,
      });
    });

    it("are edited by their author alone", async () => {
      const { store, say, ann, bob, lobby } = await openTeam(open);
      const message = await say(bob, "teh");
      expect(await refusal(store, () => store.editMessage(ann.id, message.id, "the"))).toBe(
        "NOT_FOUND",
      );
      const events = await loggedBy(store, () => store.editMessage(bob.id, message.id, "the"));
      const [edited] = only(events, "message.edited");
      expect(edited?.message).toEqual({ ...message, body: "the", editedAt: edited?.at });
      expect(await store.message(bob.id, message.id)).toEqual(edited?.message);
      expect(await loggedBy(store, () => store.editMessage(bob.id, message.id, "the"))).toEqual([]);
      await store.removeMember(lobby, bob.id, "removed");
      expect(await refusal(store, () => store.editMessage(bob.id, message.id, "gone"))).toBe(
        "NOT_FOUND",
      );
    });

    it("are deleted with all that was in them, and again is no error", async () => {
      const { store, say, ann, bob, gus, lobby } = await openTeam(open);
      const message = await say(ann, `<@${bob.id}> secret`);
      await store.setReaction(bob.id, message.id, "👍", true);
      expect(await refusal(store, () => store.deleteMessage(gus.id, message.id))).toBe("NOT_FOUND");
      expect(await refusal(store, () => store.deleteMessage(ann.id, "nothing"))).toBe("NOT_FOUND");
      const events = await loggedBy(store, () => store.deleteMessage(bob.id, message.id));
      expect(events.map(({ event }) => event)).toMatchObject([
        {
          type: "message.deleted",
          roomId: lobby,
          messageId: message.id,
          messageSeq: message.seq,
          authorId: ann.id,
          threadRootId: null,
          mentions: { userIds: [bob.id], room: false },
          thread: null,
        },
      ]);
      expect(await store.message(ann.id, message.id)).toBeNull();
      expect((await store.history(lobby, null, 9)).messages).toHaveLength(1);
      expect(await loggedBy(store, () => store.deleteMessage(ann.id, message.id))).toEqual([]);
      expect(await refusal(store, () => store.editMessage(ann.id, message.id, "x"))).toBe(
        "NOT_FOUND",
      );
      expect(await refusal(store, () => store.setReaction(ann.id, message.id, "👍", true))).toBe(
        "NOT_FOUND",
      );
    });
  });

  describe("reactions", () => {
    it("stand in the order of their first use, their people in theirs", async () => {
      const team = await openTeam(open);
      const { store, say, ann, bob, cat } = team;
      const { id } = await say(ann, "React!");
      await store.setReaction(bob.id, id, "👍", true);
      await store.setReaction(bob.id, id, "🎉", true);
      await store.setReaction(ann.id, id, "👍", true);
      const reactions = async () => (await store.message(cat.id, id))?.reactions;
      expect(await reactions()).toEqual([
        { emoji: "👍", userIds: [bob.id, ann.id] },
        { emoji: "🎉", userIds: [bob.id] },
      ]);
      await store.setReaction(bob.id, id, "👍", false);
      expect((await reactions())?.map(({ emoji }) => emoji)).toEqual(["👍", "🎉"]);
      await store.setReaction(ann.id, id, "👍", false);
      await store.setReaction(cat.id, id, "👍", true);
      expect(await reactions()).toEqual([
        { emoji: "🎉", userIds: [bob.id] },
        { emoji: "👍", userIds: [cat.id] },
      ]);
    });

    it("tell the room of changes, and of nothing else", async () => {
      const team = await openTeam(open);
      const { store, say, ann, bob } = team;
      const { id } = await say(ann, "React!");
      const react = (on: boolean) => () => store.setReaction(bob.id, id, "👍", on);
      expect(await storyOf(team, react(false))).toEqual([]);
      expect(await storyOf(team, react(true))).toEqual(["reaction.added to room"]);
      expect(await storyOf(team, react(true))).toEqual([]);
      expect(await storyOf(team, react(false))).toEqual(["reaction.removed to room"]);
      expect(await refusal(store, () => store.setReaction(team.gus.id, id, "👍", true))).toBe(
        "NOT_FOUND",
      );
    });

    it("have a limit, past which known ones still count up", async () => {
      const { store, say, ann, bob } = await openTeam(open);
      const { id } = await say(ann, "React!");
      const emoji = Array.from({ length: limits.reactionsPerMessage }, (_, n) => `:e${n}:`);
      await Promise.all(emoji.map((each) => store.setReaction(ann.id, id, each, true)));
      expect(await refusal(store, () => store.setReaction(ann.id, id, "👍", true))).toBe(
        "TOO_LARGE",
      );
      await store.setReaction(bob.id, id, ":e0:", true);
    });
  });
}
