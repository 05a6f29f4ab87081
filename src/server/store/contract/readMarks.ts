import { describe, expect, it } from "vitest";
import type { User } from "../../../shared/users.ts";
import type { Open, Team } from "./team.ts";
import { refusal, loggedBy, openTeam, storyOf } from "./team.ts";

export function describeReadMarks(open: Open): void {
  describe("unread", () => {
    it("counts what others posted to the timeline, and nothing that was deleted", async () => {
      const team = await openTeam(open);
      const { store, say, ann, bob, cat } = team;
      const first = await say(ann, "one");
      await say(cat, "two");
      await say(ann, "a reply", { threadRootId: first.id });
      expect(await counts(team, bob)).toMatchObject({ unreadCount: 2 });
      await store.deleteMessage(ann.id, first.id);
      expect(await counts(team, bob)).toMatchObject({ unreadCount: 1 });
    });

    it("is settled by posting, but not by replying", async () => {
      const team = await openTeam(open);
      const { say, ann, bob } = team;
      const root = await say(ann, `<@${bob.id}>`);
      await say(bob, "a reply", { threadRootId: root.id });
      expect(await counts(team, bob)).toMatchObject({ unreadCount: 1, mentionCount: 1 });
      const { seq } = await say(bob, "a message");
      expect(await counts(team, bob)).toEqual({ readSeq: seq, unreadCount: 0, mentionCount: 0 });
    });

    it("is marked read up to a message, forwards only", async () => {
      const team = await openTeam(open);
      const { store, say, ann, bob, lobby } = team;
      const one = await say(ann, "one");
      const two = await say(ann, `two <@${bob.id}>`);
      const three = await say(ann, "three");
      const mark = (seq: number) => store.markRead(bob.id, lobby, seq, false);
      expect(await mark(one.seq)).toEqual({ readSeq: one.seq, unreadCount: 2, mentionCount: 1 });
      expect(await mark(two.seq)).toEqual({ readSeq: two.seq, unreadCount: 1, mentionCount: 0 });
      expect(await mark(one.seq)).toEqual({ readSeq: two.seq, unreadCount: 1, mentionCount: 0 });
      expect(await mark(99_999)).toEqual({ readSeq: three.seq, unreadCount: 0, mentionCount: 0 });
      expect(await counts(team, bob)).toMatchObject({ unreadCount: 0 });
    });

    it("is put back to before a message", async () => {
      const team = await openTeam(open);
      const { store, say, ann, bob, lobby } = team;
      const one = await say(ann, "one");
      await say(bob, "my own");
      await say(ann, `two <@${bob.id}>`);
      await store.markRead(bob.id, lobby, 99_999, false);
      expect(await store.markRead(bob.id, lobby, one.seq - 1, true)).toEqual({
        readSeq: one.seq - 1,
        unreadCount: 3,
        mentionCount: 1,
      });
      expect(await store.markRead(bob.id, lobby, 0, true)).toMatchObject({ unreadCount: 4 });
    });

    it("stays right when messages around the mark are deleted", async () => {
      const team = await openTeam(open);
      const { store, say, ann, bob, lobby } = team;
      const posted = [];
      for (const body of ["one", "two", "three", "four"]) posted.push(await say(ann, body));
      const [one, two, three, four] = posted.map(({ id, seq }) => ({ id, seq }));
      if (!one || !two || !three || !four) throw new Error("Four were posted.");
      await store.deleteMessage(ann.id, two.id);
      await store.markRead(bob.id, lobby, two.seq, false);
      expect(await counts(team, bob)).toMatchObject({ unreadCount: 2 });
      await store.deleteMessage(ann.id, one.id);
      expect(await counts(team, bob)).toMatchObject({ unreadCount: 2 });
      await store.deleteMessage(ann.id, four.id);
      expect(await counts(team, bob)).toMatchObject({ unreadCount: 1 });
      await store.markRead(bob.id, lobby, 0, true);
      expect(await counts(team, bob)).toMatchObject({ unreadCount: 2 });
    });

    it("tells only oneself, and only of changes", async () => {
      const team = await openTeam(open);
      const { store, say, ann, bob, lobby } = team;
      const { seq } = await say(ann, "one");
      const mark = (backwards: boolean) => store.markRead(bob.id, lobby, seq, backwards);
      expect(await storyOf(team, () => mark(false))).toEqual(["read.updated to bob"]);
      expect(await loggedBy(store, () => mark(false))).toEqual([]);
      expect(await loggedBy(store, () => mark(true))).toEqual([]);
      expect(await loggedBy(store, () => store.markRead(bob.id, lobby, seq + 50, false))).toEqual(
        [],
      );
      expect(await refusal(store, () => store.markRead(team.gus.id, lobby, 1, false))).toBe(
        "NOT_FOUND",
      );
    });

    it("reaches the end by a reply too, with the mentions in it", async () => {
      const team = await openTeam(open);
      const { store, say, ann, bob, lobby } = team;
      const root = await say(ann, "one");
      const reply = await say(ann, `<@${bob.id}>`, { threadRootId: root.id });
      expect(await store.markRead(bob.id, lobby, root.seq, false)).toMatchObject({
        unreadCount: 0,
        mentionCount: 1,
      });
      expect(await store.markRead(bob.id, lobby, 99_999, false)).toEqual({
        readSeq: reply.seq,
        unreadCount: 0,
        mentionCount: 0,
      });
    });
  });

  describe("mentions", () => {
    it("name users that exist, once each, without the author", async () => {
      const { say, ann, bob, cat } = await openTeam(open);
      const body = `<@${cat.id}> <@${bob.id}> <@${ann.id}> <@${cat.id}> <@nobody> <@>`;
      expect((await say(ann, body)).mentions).toEqual({ userIds: [cat.id, bob.id], room: false });
      expect((await say(ann, "<!room>")).mentions).toEqual({ userIds: [], room: true });
      expect((await say(ann, "<!rooms> @bob")).mentions).toEqual({ userIds: [], room: false });
    });

    it("of who is there are of those in the room, as they were when it was said", async () => {
      const team = await openTeam(open);
      const { store, say, ann, bob, cat, gus } = team;
      const present = [ann.id, gus.id, bob.id];
      const message = await say(ann, `<!here> and <@${cat.id}>`, { present });
      expect(message.mentions).toEqual({ userIds: [cat.id, bob.id], room: false });
      expect(await counts(team, bob)).toMatchObject({ mentionCount: 1 });
      await say(ann, "nobody", { present });
      const kept = await store.editMessage(ann.id, message.id, "<!here>, please");
      expect(kept.mentions.userIds).toEqual([cat.id, bob.id]);
      expect((await store.editMessage(ann.id, message.id, "Please")).mentions.userIds).toEqual([]);

      const root = await say(ann, "<!here>", { present });
      const reply = await say(cat, "<!here>", { present, threadRootId: root.id });
      expect(reply.mentions).toEqual({ userIds: [], room: false });
      expect((await store.threadFollow(bob.id, root.id))?.following ?? false).toBe(false);
    });

    it("of the whole room are not for guests", async () => {
      const team = await openTeam(open);
      const { store, say, bob, cat, gus, lobby } = team;
      await store.addMembers(lobby, [gus.id]);
      const message = await say(gus, `<!room> <!here> <@${bob.id}>`, { present: [cat.id] });
      expect(message.mentions).toEqual({ userIds: [bob.id], room: false });
    });

    it("count once per message, and never one's own", async () => {
      const team = await openTeam(open);
      const { say, ann, bob, cat } = team;
      await say(ann, `<@${bob.id}> <!room> <!here>`);
      expect(await counts(team, bob)).toMatchObject({ mentionCount: 1 });
      expect(await counts(team, cat)).toMatchObject({ mentionCount: 1 });
      const root = await say(ann, "root");
      await say(bob, "<!room>", { threadRootId: root.id });
      expect(await counts(team, bob)).toMatchObject({ mentionCount: 1 });
      expect(await counts(team, ann)).toMatchObject({ mentionCount: 1 });
    });

    it("follow edits and deletions", async () => {
      const team = await openTeam(open);
      const { store, say, ann, bob, cat } = team;
      const message = await say(ann, `<@${bob.id}>`);
      const events = await loggedBy(store, () =>
        store.editMessage(ann.id, message.id, `<@${cat.id}>`),
      );
      expect(events.map(({ event }) => event)).toMatchObject([
        {
          type: "message.edited",
          mentionsBefore: { userIds: [bob.id], room: false },
          message: { mentions: { userIds: [cat.id], room: false } },
        },
      ]);
      expect(await counts(team, bob)).toMatchObject({ mentionCount: 0 });
      expect(await counts(team, cat)).toMatchObject({ mentionCount: 1 });
      await store.editMessage(ann.id, message.id, "<!room>");
      expect(await counts(team, bob)).toMatchObject({ mentionCount: 1 });
      await store.deleteMessage(ann.id, message.id);
      expect(await counts(team, bob)).toMatchObject({ mentionCount: 0 });
      expect(await counts(team, cat)).toMatchObject({ mentionCount: 0 });
    });
  });
}

async function counts({ store, lobby }: Team, user: User) {
  const room = await store.joinedRoom(user.id, lobby);
  if (!room) throw new Error("Not a member.");
  const { readSeq, unreadCount, mentionCount } = room.membership;
  return { readSeq, unreadCount, mentionCount };
}
