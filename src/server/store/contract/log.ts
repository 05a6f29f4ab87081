import { describe, expect, it } from "vitest";
import { logEventSchema, snapshotSchema } from "../../../shared/events.ts";
import type { LoggedEvent } from "../port.ts";
import type { Open } from "./team.ts";
import { refusal, loggedBy, newUser, openTeam, setUp } from "./team.ts";

export function describeLog(open: Open): void {
  describe("log", () => {
    it("[RT1] numbers events from 1, without gaps, each with its own seq in it", async () => {
      const { store, say, ann } = await openTeam(open);
      await say(ann, "Hello");
      const { head } = await store.logState();
      const events = await store.eventsAfter(0, 1000);
      expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: head }, (_, i) => i + 1));
      expect(events.map(({ event }) => event.seq)).toEqual(events.map(({ seq }) => seq));
    });

    it("[RT11] keeps each event as it was encoded, and as its schema says", async () => {
      const { store } = await openTeam(open);
      for (const { event, json } of await store.eventsAfter(0, 1000)) {
        expect(JSON.parse(json)).toEqual(event);
        expect(logEventSchema.parse(event)).toEqual(event);
      }
    });

    it("starts an empty log with an epoch, and keeps both over a restart", async () => {
      const { store, reopen } = await open();
      const empty = await store.logState();
      expect(empty).toMatchObject({ head: 0, oldest: 0 });
      expect(empty.epoch).toMatch(/^[a-z0-9]{1,32}$/);
      await setUp(store);
      const { head } = await store.logState();
      const reopened = await reopen();
      expect(await reopened.logState()).toEqual({ ...empty, head });
    });

    it("[RT3] tells listeners before the write resolves, in seq order and without gaps", async () => {
      const { store, say, ann } = await openTeam(open);
      const heard: LoggedEvent[] = [];
      const { head } = await store.logState();
      store.onCommit((events) => heard.push(...events));
      const writes = ["one", "two", "three"].map(async (body) => {
        const { seq } = await say(ann, body);
        expect(heard.map((each) => each.seq)).toContain(seq);
      });
      await Promise.all(writes);
      expect(heard.map(({ seq }) => seq)).toEqual([head + 1, head + 2, head + 3]);
      expect(heard).toEqual(await store.eventsAfter(head, 10));
    });

    it("stops telling a listener that left", async () => {
      const { store, say, ann } = await openTeam(open);
      const heard: LoggedEvent[] = [];
      store.onCommit((events) => heard.push(...events))();
      await say(ann, "Hello");
      expect(heard).toEqual([]);
    });

    it("[RT3] settles concurrent writes in order, and lets one fail alone", async () => {
      const { store, say, ann, gus } = await openTeam(open);
      const { head } = await store.logState();
      const settled: string[] = [];
      const note = (name: string) => () => settled.push(name);
      await Promise.all([
        say(ann, "one").then(note("one")),
        say(gus, "not a member").catch(note("refused")),
        say(ann, "two").then(note("two")),
      ]);
      expect(settled).toEqual(["one", "refused", "two"]);
      const events = await store.eventsAfter(head, 10);
      expect(events.map(({ seq }) => seq)).toEqual([head + 1, head + 2]);
    });

    it("reads a part of the log", async () => {
      const { store } = await openTeam(open);
      expect((await store.eventsAfter(2, 3)).map(({ seq }) => seq)).toEqual([3, 4, 5]);
    });

    it("forgets what is pruned, and says from where a cursor can resume", async () => {
      const { store } = await openTeam(open);
      const { head } = await store.logState();
      await store.pruneLog(4);
      expect(await store.logState()).toMatchObject({ head, oldest: 4 });
      expect((await store.eventsAfter(4, 1)).map(({ seq }) => seq)).toEqual([5]);
      expect((await store.eventsAfter(0, 1)).map(({ seq }) => seq)).toEqual([5]);
      await store.pruneLog(2);
      expect(await store.logState()).toMatchObject({ oldest: 4 });
      await store.pruneLog(head + 100);
      expect(await store.logState()).toMatchObject({ head, oldest: head });
    });

    it("goes on numbering after everything was pruned", async () => {
      const { store, say, ann } = await openTeam(open);
      const { head } = await store.logState();
      await store.pruneLog(head);
      expect((await say(ann, "Hello")).seq).toBe(head + 1);
    });
  });

  describe("eventsFor", () => {
    it("[RT7] gives events for all, for one, and of the rooms that one is in", async () => {
      const { store, say, ann, bob, cat } = await openTeam(open);
      const secret = await store.createRoom({
        kind: "private",
        name: "Secret",
        topic: "",
        createdBy: ann.id,
        userIds: [bob.id],
      });
      const { head } = await store.logState();
      await say(ann, "psst", { roomId: secret.id });
      await say(ann, "hello");
      await store.updateProfile(ann.id, { bio: "Hi" });
      const seen = async (userId: string) =>
        (await store.eventsFor(userId, head, 100)).events.map(({ event }) => event.type);
      expect(await seen(bob.id)).toEqual(["message.created", "message.created", "user.updated"]);
      expect(await seen(cat.id)).toEqual(["message.created", "user.updated"]);
    });

    it("[RT7] goes by membership now: who was removed gets that and nothing else of the room", async () => {
      const { store, say, ann, cat, lobby } = await openTeam(open);
      const { head } = await store.logState();
      await say(ann, "while cat was a member");
      await store.removeMember(lobby, cat.id, "removed");
      await say(ann, "after");
      const { events } = await store.eventsFor(cat.id, head, 100);
      expect(events.map(({ event }) => event.type)).toEqual(["room.removed"]);
    });

    it("is the same as filtering the log, at every cursor and limit", async () => {
      const { store, say, ann, bob, gus, lobby } = await openTeam(open);
      await store.addMembers(lobby, [gus.id]);
      const direct = await store.openDirect(ann.id, [bob.id]);
      for (const n of [1, 2, 3]) {
        await say(ann, `room ${n}`);
        await say(bob, `direct ${n}`, { roomId: direct.id });
        await store.updateProfile(bob.id, { bio: `bio ${n}` });
      }
      await say(ann, "the last one is not for all", { roomId: direct.id });
      const rooms = new Set([lobby]);
      const log = await store.eventsAfter(0, 1000);
      const visible = log.filter(({ audience }) => {
        if (audience.kind === "room") return rooms.has(audience.roomId);
        return audience.kind === "all" || audience.userId === gus.id;
      });
      for (const limit of [1, 2, 5, 1000]) {
        for (let after = 0; after <= log.length; after += 1) {
          const { events, through } = await store.eventsFor(gus.id, after, limit);
          const expected = visible.filter(({ seq }) => seq > after).slice(0, limit);
          expect(events).toEqual(expected);
          const searched = events.length < limit ? log.length : (events.at(-1)?.seq ?? 0);
          expect(through).toBeGreaterThanOrEqual(searched);
        }
      }
    });

    it("resumes without a hole from the seq that it searched through", async () => {
      const { store, say, ann, bob } = await openTeam(open);
      for (const n of [1, 2, 3, 4, 5]) await say(ann, `message ${n}`);
      const whole = (await store.eventsFor(bob.id, 0, 1000)).events.map(({ seq }) => seq);
      const pieces: number[] = [];
      const { head } = await store.logState();
      for (let after = 0; after < head;) {
        const { events, through } = await store.eventsFor(bob.id, after, 2);
        pieces.push(...events.map(({ seq }) => seq));
        expect(through).toBeGreaterThan(after);
        after = through;
      }
      expect(pieces).toEqual(whole);
    });
  });

  describe("snapshot", () => {
    it("has the workspace, oneself, everyone, one's rooms and the cursor it is true at", async () => {
      const { store, bob, lobby } = await openTeam(open);
      const snapshot = snapshotSchema.parse(await store.snapshot(bob.id));
      const { epoch, head } = await store.logState();
      expect(snapshot.cursor).toBe(`${epoch}:${head}`);
      expect(snapshot.workspace.name).toBe("The Crown");
      const presence = { mode: "auto", until: null };
      expect(snapshot.me).toEqual({ id: bob.id, email: "bob@example.org", presence });
      expect(snapshot.users.map(({ username }) => username).toSorted()).toEqual([
        "ann",
        "bob",
        "cat",
        "gus",
      ]);
      expect(snapshot.rooms).toEqual([await store.joinedRoom(bob.id, lobby)]);
    });

    it("tells nobody of rooms that they are not in", async () => {
      const { store, gus } = await openTeam(open);
      expect((await store.snapshot(gus.id)).rooms).toEqual([]);
    });

    it("is refused before set-up and to nobody", async () => {
      const { store } = await open();
      const early = await store.createUser(newUser("early"), null);
      expect(await refusal(store, () => store.snapshot(early.id))).toBe("NOT_SET_UP");
      expect(await refusal(store, () => store.snapshot("nobody"))).toBe("NOT_FOUND");
    });
  });

  it("lists every membership, and the seq that the list is true at", async () => {
    const { store, ann, bob, cat, lobby } = await openTeam(open);
    const logged = await loggedBy(store, () => store.openDirect(ann.id, [cat.id]));
    const { seq, members } = await store.memberships();
    expect(seq).toBe(logged.at(-1)?.seq);
    expect(members).toHaveLength(5);
    for (const { id } of [ann, bob, cat]) {
      expect(members).toContainEqual({ userId: id, roomId: lobby });
    }
  });
}
