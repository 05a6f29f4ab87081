import { describe, expect, it } from "vitest";
import { newUser } from "./team.ts";
import type { Open } from "./team.ts";
import { refusal, loggedBy, only, openTeam } from "./team.ts";
import { createRoom } from "./rooms.ts";

export function describeThreads(open: Open): void {
  describe("threads", () => {
    it("hold replies apart from the timeline, summed up on their root", async () => {
      const { store, say, ann, bob, cat, lobby } = await openTeam(open);
      const root = await say(ann, "root");
      await say(bob, "one", { threadRootId: root.id });
      const events = await loggedBy(store, () => say(cat, "two", { threadRootId: root.id }));
      const [created] = only(events, "message.created");
      const summary = {
        replyCount: 2,
        lastReplyAt: created?.message.createdAt,
        userIds: [cat.id, bob.id],
      };
      expect(created?.thread).toMatchObject({ rootId: root.id, summary });
      expect(await store.message(ann.id, root.id)).toEqual({ ...root, thread: summary });
      const timeline = await store.history(lobby, null, 10);
      expect(timeline.messages.map(({ body }) => body)).toEqual(["Welcome!", "root"]);
      const thread = await store.thread(root.id, null, 10);
      expect(thread.messages.map(({ body }) => body)).toEqual(["one", "two"]);
      expect(thread.messages[0]?.threadRootId).toBe(root.id);
      expect(await store.joinedRoom(bob.id, lobby)).toMatchObject({ lastMessageSeq: root.seq });
    });

    it("take a reply to a reply to the root", async () => {
      const { say, ann, bob } = await openTeam(open);
      const root = await say(ann, "root");
      const reply = await say(bob, "one", { threadRootId: root.id });
      const nested = await say(ann, "two", { threadRootId: reply.id });
      expect(nested.threadRootId).toBe(root.id);
    });

    it("are in the room of their root, or not at all", async () => {
      const team = await openTeam(open);
      const { store, say, ann } = team;
      const books = await createRoom(team);
      const elsewhere = await say(ann, "root", { roomId: books.id });
      const reply = (threadRootId: string) => () => say(ann, "reply", { threadRootId });
      expect(await refusal(store, reply(elsewhere.id))).toBe("NOT_FOUND");
      expect(await refusal(store, reply("nothing"))).toBe("NOT_FOUND");
      const gone = await say(ann, "gone");
      await store.deleteMessage(ann.id, gone.id);
      expect(await refusal(store, reply(gone.id))).toBe("NOT_FOUND");
    });

    it("show the five who replied last", async () => {
      const { store, say, ann, bob, lobby } = await openTeam(open);
      const root = await say(ann, "root");
      const names = ["u1", "u2", "u3", "u4", "u5", "u6"];
      const users = [];
      for (const name of names) users.push(await store.createUser(newUser(name), null));
      await say(bob, "first", { threadRootId: root.id });
      const last = [];
      for (const user of users) last.push(await say(user, "reply", { threadRootId: root.id }));
      const recent = users.toReversed().map(({ id }) => id);
      const shown = async () => (await store.message(ann.id, root.id))?.thread;
      expect(await shown()).toMatchObject({ replyCount: 7, userIds: recent.slice(0, 5) });
      await store.deleteMessage(ann.id, last.at(-1)?.id ?? "");
      expect(await shown()).toEqual({
        replyCount: 6,
        lastReplyAt: last.at(-2)?.createdAt,
        userIds: recent.slice(1, 6),
      });
      await say(bob, "again", { threadRootId: root.id });
      expect(await shown()).toMatchObject({ userIds: [bob.id, ...recent.slice(1, 5)] });
      expect((await store.history(lobby, null, 10)).messages).toHaveLength(2);
    });

    it("are nothing again when their last reply is deleted", async () => {
      const { store, say, ann, bob } = await openTeam(open);
      const root = await say(ann, "root");
      const reply = await say(bob, "reply", { threadRootId: root.id });
      const events = await loggedBy(store, () => store.deleteMessage(bob.id, reply.id));
      expect(only(events, "message.deleted")).toMatchObject([
        {
          threadRootId: root.id,
          thread: {
            rootId: root.id,
            summary: { replyCount: 0, lastReplyAt: null, userIds: [] },
          },
        },
      ]);
      expect(await store.message(ann.id, root.id)).toEqual(root);
      expect((await store.thread(root.id, null, 10)).messages).toEqual([]);
    });

    it("keep the place of a deleted root while they have replies", async () => {
      const { store, say, ann, bob, lobby } = await openTeam(open);
      const root = await say(ann, `root <@${bob.id}>`);
      const reply = await say(bob, "reply", { threadRootId: root.id });
      await store.setReaction(bob.id, root.id, "👍", true);
      const events = await loggedBy(store, () => store.deleteMessage(ann.id, root.id));
      const [deleted] = only(events, "message.deleted");
      const { messages } = await store.history(lobby, null, 10);
      expect(messages.at(-1)).toEqual({
        ...root,
        body: "",
        mentions: { userIds: [], room: false },
        thread: { replyCount: 1, lastReplyAt: reply.createdAt, userIds: [bob.id] },
        deletedAt: deleted?.at,
      });
      await say(ann, "still here", { threadRootId: root.id });
      expect((await store.thread(root.id, null, 10)).messages).toHaveLength(2);
      for (const { id } of (await store.thread(root.id, null, 10)).messages) {
        await store.deleteMessage(ann.id, id);
      }
      expect((await store.history(lobby, null, 10)).messages.map(({ body }) => body)).toEqual([
        "Welcome!",
      ]);
      expect(await store.message(ann.id, root.id)).toBeNull();
    });
  });
}
