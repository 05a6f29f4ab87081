import { describe, expect, it } from "vitest";
import { messageSchema } from "../../../shared/messages.ts";
import type { JoinedRoom } from "../../../shared/rooms.ts";
import type { ImportedMessage, Store } from "../port.ts";
import type { Open, Team } from "./team.ts";
import { refusal, loggedBy, newUser, only, openTeam } from "./team.ts";

const long = "2019-03-01T09:00:00.000Z";

export function describeImports(open: Open): void {
  describe("imported users", () => {
    it("are found by key, else by e-mail, else made", async () => {
      const { store, bob } = await openTeam(open);
      const made = await store.importUser(user({ key: "s:1", username: "sam" }));
      expect(made.created).toBe(true);
      expect(await store.user(made.userId)).toMatchObject({
        username: "sam",
        bio: "Imported",
        status: "deactivated",
        timeZone: "Europe/Paris",
      });
      const again = () => store.importUser(user({ key: "s:1", username: "other" }));
      expect(await again()).toEqual({ userId: made.userId, created: false });
      expect(await loggedBy(store, again)).toEqual([]);
      const known = user({ key: "s:2", username: "robert", email: "BOB@example.org" });
      expect(await store.importUser(known)).toEqual({ userId: bob.id, created: false });
      expect(await store.importUser({ ...known, email: null })).toEqual({
        userId: bob.id,
        created: false,
      });
      expect(await store.user(bob.id)).toEqual(bob);
    });

    it("were last seen when the other system says", async () => {
      const { store, bob } = await openTeam(open);
      const seen = user({ key: "s:1", username: "sam" });
      const { userId } = await store.importUser({ ...seen, lastSeenAt: long });
      await store.importUser({ ...seen, key: "s:2", username: "kim" });
      const accounts = await store.accounts();
      const lastSeen = new Map(accounts.map(({ id, lastSeenAt }) => [id, lastSeenAt]));
      expect(lastSeen.get(userId)).toBe(long);
      expect(lastSeen.get(bob.id)).toBeNull();
      expect(accounts.find(({ username }) => username === "kim")?.lastSeenAt).toBeNull();
    });

    it("get a number behind a username that is taken", async () => {
      const { store } = await openTeam(open);
      const names = [];
      for (const key of ["s:1", "s:2"]) {
        const { userId } = await store.importUser(user({ key, username: "Bob" }));
        names.push((await store.user(userId))?.username);
      }
      expect(names).toEqual(["Bob-2", "Bob-3"]);
    });
  });

  describe("imported rooms", () => {
    it("are found by key, else made with their members", async () => {
      const { store, ann, bob } = await openTeam(open);
      const imported = room({ userIds: [bob.id, ann.id], createdBy: ann.id, archived: true });
      const { roomId, created } = await store.importRoom(imported);
      expect(created).toBe(true);
      expect(await store.joinedRoom(ann.id, roomId)).toMatchObject({
        name: "general",
        createdAt: long,
        memberCount: 2,
        membership: { role: "admin" },
      });
      const again = () => store.importRoom({ ...imported, name: "renamed", userIds: [] });
      expect(await again()).toEqual({ roomId, created: false });
      expect(await loggedBy(store, again)).toEqual([]);
    });

    it("get a number behind a name that is taken, and an admin who is there", async () => {
      const { store, bob, cat } = await openTeam(open);
      const names = [];
      for (const key of ["r:1", "r:2"]) {
        const { roomId } = await store.importRoom(room({ key, name: "LOBBY", userIds: [cat.id] }));
        names.push((await store.joinedRoom(cat.id, roomId))?.name);
        expect(await store.memberRole(cat.id, roomId)).toBe("admin");
      }
      expect(names).toEqual(["LOBBY-2", "LOBBY-3"]);
      expect(
        await refusal(store, () =>
          store.importRoom(room({ key: "r:3", userIds: [bob.id, "nobody"] })),
        ),
      ).toBe("NOT_FOUND");
    });

    it("are the direct room that these people have already", async () => {
      const { store, ann, bob } = await openTeam(open);
      const direct = await store.openDirect(ann.id, [bob.id]);
      const imported = room({ kind: "direct", name: "", userIds: [bob.id, ann.id] });
      expect(await store.importRoom(imported)).toEqual({ roomId: direct.id, created: false });
    });

    it("come back whole after they were deleted", async () => {
      const team = await openTeam(open);
      const { roomId } = await importRoom(team);
      const messages = [message(team, roomId, { key: "m:1" })];
      await team.store.importMessages(messages);
      await team.store.deleteRoom(roomId);
      const again = await importRoom(team);
      expect(again.created).toBe(true);
      const back = [message(team, again.roomId, { key: "m:1" })];
      expect(await team.store.importMessages(back)).toEqual({ created: 1, skipped: 0 });
    });
  });

  describe("imported messages", () => {
    it("keep their time, name, reactions and threads, in the order given", async () => {
      const team = await openTeam(open);
      const { store, ann, bob } = team;
      const { roomId } = await importRoom(team);
      const given = [
        message(team, roomId, {
          key: "m:1",
          authorName: "Release bot",
          editedAt: "2019-03-01T09:01:00.000Z",
          reactions: [
            { emoji: "🎉", userIds: [bob.id, ann.id] },
            { emoji: "👍", userIds: [ann.id] },
          ],
        }),
        message(team, roomId, { key: "m:2", threadRootKey: "m:1", authorId: bob.id }),
        message(team, roomId, { key: "m:3", body: "last" }),
      ];
      const events = await loggedBy(store, async () => {
        expect(await store.importMessages(given)).toEqual({ created: 3, skipped: 0 });
      });
      const created = only(events, "message.created");
      expect(created).toHaveLength(3);
      expect(created[0]?.at).not.toBe(long);
      const { messages } = await store.history(roomId, null, 10);
      expect(messages.map((each) => messageSchema.parse(each))).toEqual(messages);
      expect(messages).toMatchObject([
        {
          clientId: "m:1",
          authorName: "Release bot",
          createdAt: long,
          editedAt: "2019-03-01T09:01:00.000Z",
          reactions: given[0]?.reactions,
          thread: { replyCount: 1, lastReplyAt: long, userIds: [bob.id] },
        },
        { body: "last" },
      ]);
      expect(created[0]?.message).toEqual({ ...messages[0], thread: null });
    });

    it("are added once, however often they are imported", async () => {
      const team = await openTeam(open);
      const { store } = team;
      const { roomId } = await importRoom(team);
      const one = message(team, roomId, { key: "m:1" });
      const two = message(team, roomId, { key: "m:2" });
      expect(await store.importMessages([one])).toEqual({ created: 1, skipped: 0 });
      expect(await store.importMessages([one, two, two])).toEqual({ created: 1, skipped: 2 });
      expect(await loggedBy(store, () => store.importMessages([one, two]))).toEqual([]);
    });

    it("come all or none", async () => {
      const team = await openTeam(open);
      const { store } = team;
      const { roomId } = await importRoom(team);
      const good = message(team, roomId, { key: "m:1" });
      expect(
        await refusal(store, () =>
          store.importMessages([good, message(team, "nowhere", { key: "m:2" })]),
        ),
      ).toBe("NOT_FOUND");
      expect(
        await refusal(store, () =>
          store.importMessages([good, message(team, roomId, { key: "m:3", authorId: "nobody" })]),
        ),
      ).toBe("NOT_FOUND");
      expect((await store.history(roomId, null, 10)).messages).toEqual([]);
    });

    it("stand in the timeline when their root is missing, and stay out when it was deleted", async () => {
      const team = await openTeam(open);
      const { store, ann } = team;
      const { roomId } = await importRoom(team);
      const lost = message(team, roomId, { key: "m:2", threadRootKey: "m:1" });
      await store.importMessages([lost, message(team, roomId, { key: "m:3" })]);
      const { messages } = await store.history(roomId, null, 10);
      expect(messages.map(({ clientId }) => clientId)).toEqual(["m:2", "m:3"]);
      await store.deleteMessage(ann.id, messages[1]?.id ?? "");
      const late = message(team, roomId, { key: "m:4", threadRootKey: "m:3" });
      expect(await store.importMessages([late])).toEqual({ created: 0, skipped: 1 });
    });

    it("are history, not news, once they are marked so", async () => {
      const team = await openTeam(open);
      const { store, bob } = team;
      const { roomId } = await importRoom(team);
      await store.importMessages([message(team, roomId, { key: "m:1", body: "<!room>" })]);
      expect(await store.joinedRoom(bob.id, roomId)).toMatchObject({
        membership: { unreadCount: 1, mentionCount: 1 },
      });
      await store.markImported([roomId]);
      expect(await store.joinedRoom(bob.id, roomId)).toMatchObject({
        membership: { unreadCount: 0, mentionCount: 0 },
      });
      expect(await loggedBy(store, () => store.markImported([roomId]))).toEqual([]);
    });

    it("leave no thread unread once they are marked so", async () => {
      const team = await openTeam(open);
      const { store, ann, bob } = team;
      const { roomId } = await importRoom(team);
      const reply = { threadRootKey: "m:1", authorId: bob.id };
      await store.importMessages([
        message(team, roomId, { key: "m:1" }),
        message(team, roomId, { ...reply, key: "m:2" }),
        message(team, roomId, { ...reply, key: "m:3" }),
      ]);
      expect(await store.unreadThreads(ann.id, 9)).toHaveLength(1);
      await store.markImported([roomId]);
      expect(await store.unreadThreads(ann.id, 9)).toEqual([]);
      expect((await store.snapshot(ann.id)).rooms.flatMap(unreadThreadIds)).toEqual([]);
      expect(await loggedBy(store, () => store.markImported([roomId]))).toEqual([]);
    });

    it("quote what came before, and leave out what never came", async () => {
      const team = await openTeam(open);
      const { store } = team;
      const { roomId } = await importRoom(team);
      await store.importMessages([
        message(team, roomId, { key: "m:1" }),
        message(team, roomId, { key: "m:2", quotedKey: "m:1" }),
        message(team, roomId, { key: "m:3", quotedKey: "m:0" }),
      ]);
      const { messages } = await store.history(roomId, null, 10);
      const [first] = messages;
      expect(messages.map(({ quotedId }) => quotedId)).toEqual([null, first?.id, null]);
    });
  });
}

function unreadThreadIds({ membership }: JoinedRoom): string[] {
  return membership.unreadThreadIds;
}

type ImportedUser = Parameters<Store["importUser"]>[0];
type ImportedRoom = Parameters<Store["importRoom"]>[0];

function user(change: Partial<ImportedUser>): ImportedUser {
  return {
    ...newUser("imported"),
    email: null,
    key: "s:1",
    status: "deactivated",
    bio: "Imported",
    timeZone: "Europe/Paris",
    ...change,
  };
}

function room(change: Partial<ImportedRoom>): ImportedRoom {
  return {
    key: "r:1",
    kind: "public",
    name: "general",
    topic: "",
    createdBy: null,
    createdAt: long,
    archived: false,
    userIds: [],
    ...change,
  };
}

export function importRoom({ store, ann, bob }: Team) {
  return store.importRoom(room({ userIds: [ann.id, bob.id], createdBy: ann.id }));
}

export function message(
  { ann }: Team,
  roomId: string,
  change: Partial<ImportedMessage>,
): ImportedMessage {
  return {
    key: "m:1",
    roomId,
    authorId: ann.id,
    authorName: null,
    body: "from long ago",
    createdAt: long,
    editedAt: null,
    threadRootKey: null,
    reactions: [],
    attachmentIds: [],
    ...change,
  };
}
