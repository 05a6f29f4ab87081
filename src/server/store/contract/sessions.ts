import { describe, expect, it } from "vitest";
import type { Open, Team } from "./team.ts";
import { refusal, loggedBy, newUser, only, openTeam, past, soon, storyOf } from "./team.ts";

export function describeSessions(open: Open): void {
  describe("sessions", () => {
    it("lead from a token's hash to its user, over a restart", async () => {
      const { store, reopen, bob } = await openTeam(open);
      const session = await store.createSession({
        userId: bob.id,
        tokenHash: "t1",
        userAgent: "A phone",
        expiresAt: soon(),
      });
      expect(session).toEqual({
        id: session.id,
        userId: bob.id,
        userAgent: "A phone",
        createdAt: session.createdAt,
        lastSeenAt: session.createdAt,
      });
      const reopened = await reopen();
      expect(await reopened.sessionByTokenHash("t1")).toEqual({ session, user: bob });
      expect(await reopened.sessionByTokenHash("t2")).toBeNull();
    });

    it("end when they expire", async () => {
      const { store, bob } = await openTeam(open);
      await createSession(store, bob.id, { expiresAt: past() });
      expect(await store.sessionByTokenHash("t1")).toBeNull();
      expect(await store.sessionsOf(bob.id)).toEqual([]);
    });

    it("live on when they are used", async () => {
      const { store, bob } = await openTeam(open);
      const { id } = await createSession(store, bob.id, { expiresAt: past() });
      await store.touchSession(id, soon());
      expect(await store.sessionsOf(bob.id)).toMatchObject([{ id }]);
      await store.touchSession("unknown", soon());
    });

    it("are listed for their own user only", async () => {
      const { store, bob, cat } = await openTeam(open);
      const { id } = await createSession(store, bob.id);
      expect((await store.sessionsOf(bob.id)).map((session) => session.id)).toEqual([id]);
      expect(await store.sessionsOf(cat.id)).toEqual([]);
    });

    it("are revoked by their own user, who is told", async () => {
      const team = await openTeam(open);
      const { store, bob, cat } = team;
      const { id } = await createSession(store, bob.id);
      expect(await refusal(store, () => store.revokeSession(cat.id, id))).toBe("NOT_FOUND");
      expect(await storyOf(team, () => store.revokeSession(bob.id, id))).toEqual([
        "session.revoked to bob",
      ]);
      expect(await store.sessionByTokenHash("t1")).toBeNull();
      expect(await refusal(store, () => store.revokeSession(bob.id, id))).toBe("NOT_FOUND");
    });

    it("are not made for nobody, nor for an account that was closed", async () => {
      const { store, cat } = await openTeam(open);
      await store.setAccountStatus(cat.id, "banned");
      expect(await refusal(store, () => createSession(store, cat.id))).toBe("FORBIDDEN");
      expect(await refusal(store, () => createSession(store, "nobody"))).toBe("NOT_FOUND");
    });
  });

  describe("one-time links", () => {
    it("set a password, end every session and work once", async () => {
      const { store, bob } = await openTeam(open);
      const { id } = await createSession(store, bob.id);
      await store.createOneTimeLink(bob.id, "l1", soon());
      expect(await store.oneTimeLinkUser("l1")).toEqual(bob);
      const events = await loggedBy(store, async () => {
        expect(await store.useOneTimeLink("l1", "fresh hash")).toEqual(bob);
      });
      expect(only(events, "session.revoked")).toMatchObject([{ sessionIds: [id] }]);
      expect(await store.credentialsOf(bob.id)).toMatchObject({ passwordHash: "fresh hash" });
      expect(await store.oneTimeLinkUser("l1")).toBeNull();
      expect(await refusal(store, () => store.useOneTimeLink("l1", "again"))).toBe("LINK_INVALID");
    });

    it("are replaced by the next, and expire", async () => {
      const { store, bob } = await openTeam(open);
      await store.createOneTimeLink(bob.id, "l1", soon());
      await store.createOneTimeLink(bob.id, "l2", past());
      expect(await store.oneTimeLinkUser("l1")).toBeNull();
      expect(await store.oneTimeLinkUser("l2")).toBeNull();
      expect(await refusal(store, () => store.useOneTimeLink("l2", "hash"))).toBe("LINK_INVALID");
      expect(await refusal(store, () => store.createOneTimeLink("nobody", "l3", soon()))).toBe(
        "NOT_FOUND",
      );
    });

    it("sign nobody in whose account is closed", async () => {
      const { store, bob } = await openTeam(open);
      await store.setAccountStatus(bob.id, "banned");
      await store.createOneTimeLink(bob.id, "l1", soon());
      expect(await store.oneTimeLinkUser("l1")).toBeNull();
      expect(await refusal(store, () => store.useOneTimeLink("l1", "hash"))).toBe("LINK_INVALID");
    });
  });

  describe("invites", () => {
    it("bring people into their rooms, as often as they may", async () => {
      const team = await openTeam(open);
      const { store, ann, lobby } = team;
      const room = await store.createRoom({
        kind: "private",
        name: "Guests",
        topic: "",
        createdBy: ann.id,
        userIds: [],
      });
      const invite = await createInvite(team, { role: "guest", maxUses: 1, roomIds: [room.id] });
      expect(await store.inviteByToken("i1")).toEqual(invite);
      expect(await store.invites()).toEqual([invite]);
      const dan = await store.createUser(newUser("dan", "guest"), "i1");
      expect(await store.memberRole(dan.id, room.id)).toBe("member");
      expect(await store.memberRole(dan.id, lobby)).toBeNull();
      expect(await store.inviteByToken("i1")).toBeNull();
      expect(await store.invites()).toEqual([]);
      expect(await refusal(store, () => store.createUser(newUser("eve"), "i1"))).toBe(
        "INVITE_INVALID",
      );
    });

    it("are not used up by a sign-up that fails", async () => {
      const team = await openTeam(open);
      await createInvite(team, { maxUses: 1 });
      expect(
        await refusal(team.store, () =>
          team.store.createUser({ ...newUser("bob"), email: null }, "i1"),
        ),
      ).toBe("USERNAME_TAKEN");
      expect(await team.store.inviteByToken("i1")).toMatchObject({ uses: 0 });
    });

    it("expire, and can be revoked", async () => {
      const team = await openTeam(open);
      const { store } = team;
      await createInvite(team, { expiresAt: past() });
      const second = await createInvite(team, { token: "i2", expiresAt: null });
      expect(await store.inviteByToken("i1")).toBeNull();
      expect(await store.invites()).toEqual([second]);
      await store.revokeInvite(second.id);
      expect(await store.invites()).toEqual([]);
      expect(await refusal(store, () => store.revokeInvite(second.id))).toBe("NOT_FOUND");
      expect(await refusal(store, () => store.createUser(newUser("eve"), "i2"))).toBe(
        "INVITE_INVALID",
      );
    });

    it("are listed newest first", async () => {
      const team = await openTeam(open);
      await createInvite(team, {});
      await createInvite(team, { token: "i2" });
      expect((await team.store.invites()).map(({ token }) => token)).toEqual(["i2", "i1"]);
    });

    it("do without rooms that are gone or archived since", async () => {
      const team = await openTeam(open);
      const { store, ann } = team;
      const create = (name: string) =>
        store.createRoom({ kind: "public", name, topic: "", createdBy: ann.id, userIds: [] });
      const gone = await create("Gone");
      const archived = await create("Archived");
      await createInvite(team, { roomIds: [gone.id, archived.id] });
      await store.deleteRoom(gone.id);
      await store.archiveRoom(archived.id, true);
      expect(await store.inviteByToken("i1")).toMatchObject({ roomIds: [archived.id] });
      const dan = await store.createUser(newUser("dan"), "i1");
      expect((await store.snapshot(dan.id)).rooms.map(({ name }) => name)).toEqual(["Lobby"]);
      expect(
        await refusal(store, () => createInvite(team, { token: "i2", roomIds: ["nowhere"] })),
      ).toBe("NOT_FOUND");
    });
  });
}

function createSession(store: Team["store"], userId: string, change: { expiresAt?: string } = {}) {
  return store.createSession({
    userId,
    tokenHash: "t1",
    userAgent: "",
    expiresAt: change.expiresAt ?? soon(),
  });
}

type NewInvite = Parameters<Team["store"]["createInvite"]>[0];

function createInvite({ store, ann }: Team, change: Partial<NewInvite>) {
  return store.createInvite({
    token: "i1",
    role: "member",
    createdBy: ann.id,
    expiresAt: soon(),
    maxUses: null,
    roomIds: [],
    ...change,
  });
}
