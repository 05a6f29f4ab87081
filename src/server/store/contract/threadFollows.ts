import { describe, expect, it } from "vitest";
import { threadPageSchema } from "../../../shared/threads.ts";
import type { User } from "../../../shared/users.ts";
import type { Open, Team } from "./team.ts";
import { loggedBy, only, openTeam, refusal, storyOf } from "./team.ts";

export function describeThreadFollows(open: Open): void {
  describe("followed threads", () => {
    it("are those that one began, replied in or was mentioned in", async () => {
      const team = await openTeam(open);
      const { store, say, ann, bob, cat, gus } = team;
      const root = await say(ann, `root <@${cat.id}>`);
      expect(await follows(team, cat, root.id)).toBe(false);
      const events = await loggedBy(store, () => say(bob, "one", { threadRootId: root.id }));
      expect(new Set(only(events, "message.created")[0]?.thread?.unreadFor)).toEqual(
        new Set([ann.id, cat.id]),
      );
      for (const user of [ann, bob, cat]) expect(await follows(team, user, root.id)).toBe(true);
      const other = await say(ann, "other");
      await say(bob, `two <@${cat.id}> <@${gus.id}> <!room>`, { threadRootId: other.id });
      expect(await follows(team, cat, other.id)).toBe(true);
      // Not in the room.
      expect(await follows(team, gus, other.id)).toBe(false);
    });

    it("are unread by replies of others, until they are read", async () => {
      const team = await openTeam(open);
      const { store, say, ann, bob } = team;
      const root = await say(ann, "root");
      const one = await say(bob, "one", { threadRootId: root.id });
      expect(await unread(team, ann)).toEqual([root.id]);
      expect(await unread(team, bob)).toEqual([]);
      const two = await say(bob, "two", { threadRootId: root.id });
      expect(await store.unreadThreads(ann.id, 10)).toEqual([
        { root: await store.message(ann.id, root.id), lastReply: two, unreadCount: 2 },
      ]);
      const events = await loggedBy(store, () => store.markThreadRead(ann.id, root.id, one.seq));
      expect(events.map(({ event }) => event)).toMatchObject([
        { type: "thread.updated", following: true, readSeq: one.seq, unread: true },
      ]);
      expect(await storyOf(team, () => store.markThreadRead(ann.id, root.id, 99_999))).toEqual([
        "thread.updated to ann",
      ]);
      expect(await unread(team, ann)).toEqual([]);
      expect(await loggedBy(store, () => store.markThreadRead(ann.id, root.id, one.seq))).toEqual(
        [],
      );
      await say(bob, "three", { threadRootId: root.id });
      expect(await unread(team, ann)).toEqual([root.id]);
      await say(ann, "four", { threadRootId: root.id });
      expect(await unread(team, ann)).toEqual([]);
      expect(await unread(team, bob)).toEqual([root.id]);
    });

    it("are read again when what was new is deleted", async () => {
      const team = await openTeam(open);
      const { store, say, ann, bob } = team;
      const root = await say(ann, "root");
      const one = await say(bob, "one", { threadRootId: root.id });
      const two = await say(bob, "two", { threadRootId: root.id });
      expect(await storyOf(team, () => store.deleteMessage(bob.id, two.id))).toEqual([
        "message.deleted to room",
      ]);
      expect(await storyOf(team, () => store.deleteMessage(bob.id, one.id))).toEqual([
        "message.deleted to room",
        "thread.updated to ann",
      ]);
      expect(await unread(team, ann)).toEqual([]);
      expect((await store.followedThreads(ann.id, null, 10)).threads).toEqual([]);
    });

    it("are left and taken up by hand", async () => {
      const team = await openTeam(open);
      const { store, say, ann, bob, cat } = team;
      const root = await say(ann, "root");
      await say(bob, "one", { threadRootId: root.id });
      const leave = () => store.followThread(ann.id, root.id, false);
      expect(await storyOf(team, leave)).toEqual(["thread.updated to ann"]);
      expect(await loggedBy(store, leave)).toEqual([]);
      await say(bob, `two <@${ann.id}>`, { threadRootId: root.id });
      expect(await follows(team, ann, root.id)).toBe(false);
      expect(await unread(team, ann)).toEqual([]);
      await store.followThread(cat.id, root.id, true);
      expect(await unread(team, cat)).toEqual([]);
      await say(bob, "three", { threadRootId: root.id });
      expect(await unread(team, cat)).toEqual([root.id]);
      await say(ann, "I am back", { threadRootId: root.id });
      expect(await follows(team, ann, root.id)).toBe(true);
    });

    it("are for those in the room, and gone with it", async () => {
      const team = await openTeam(open);
      const { store, say, ann, bob, gus, lobby } = team;
      const root = await say(ann, "root");
      const reply = await say(bob, "one", { threadRootId: root.id });
      const follow = (user: User, id: string) => () => store.followThread(user.id, id, true);
      expect(await refusal(store, follow(gus, root.id))).toBe("NOT_FOUND");
      expect(await refusal(store, follow(ann, reply.id))).toBe("NOT_FOUND");
      expect(await refusal(store, follow(ann, "nothing"))).toBe("NOT_FOUND");
      expect(await refusal(store, () => store.markThreadRead(gus.id, root.id, 9))).toBe(
        "NOT_FOUND",
      );
      await store.removeMember(lobby, bob.id, "left");
      await say(ann, "two", { threadRootId: root.id });
      await store.addMembers(lobby, [bob.id]);
      expect(await unread(team, bob)).toEqual([]);
      expect(await follows(team, bob, root.id)).toBe(false);
    });

    it("are listed by their newest reply, page by page", async () => {
      const { store, say, ann, bob } = await openTeam(open);
      const roots = [];
      for (const body of ["one", "two", "three"]) roots.push(await say(ann, body));
      for (const { id } of roots.toReversed()) await say(bob, "reply", { threadRootId: id });
      const first = threadPageSchema.parse(await store.followedThreads(ann.id, null, 2));
      expect(first.threads.map(({ root }) => root.body)).toEqual(["one", "two"]);
      const second = await store.followedThreads(ann.id, first.older, 2);
      expect(second.threads.map(({ root }) => root.body)).toEqual(["three"]);
      expect(second.older).toBeNull();
    });
  });
}

async function unread({ store, lobby }: Team, user: User): Promise<string[]> {
  return (await store.joinedRoom(user.id, lobby))?.membership.unreadThreadIds ?? [];
}

async function follows({ store }: Team, user: User, rootId: string): Promise<boolean> {
  return (await store.threadFollow(user.id, rootId))?.following ?? false;
}
