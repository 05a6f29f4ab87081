import { describe, expect, it } from "vitest";
import { accountSchema, userSchema } from "../../../shared/users.ts";
import type { Open } from "./team.ts";
import { refusal, loggedBy, newUser, only, openTeam, soon, storyOf } from "./team.ts";

export function describeUsers(open: Open): void {
  describe("users", () => {
    it("come with their first room, which those in it see", async () => {
      const team = await openTeam(open);
      const { store, lobby } = team;
      expect(await storyOf(team, () => store.createUser(newUser("dan"), null))).toEqual([
        "user.created to all",
        "member.joined to room",
        "room.added to someone new",
      ]);
      expect(await store.room(team.ann.id, lobby, "member")).toMatchObject({ memberCount: 4 });
    });

    it("come with the time zone of where they sign up", async () => {
      const { store } = await openTeam(open);
      const dan = await store.createUser({ ...newUser("dan"), timeZone: "Asia/Tokyo" }, null);
      expect(dan.timeZone).toBe("Asia/Tokyo");
      expect(await store.user(dan.id)).toEqual(dan);
    });

    it("come without it as guests and bots", async () => {
      const { store, gus } = await openTeam(open);
      const bot = await store.createUser(newUser("bot", "bot"), null);
      expect((await store.snapshot(gus.id)).rooms).toEqual([]);
      expect((await store.snapshot(bot.id)).rooms).toEqual([]);
    });

    it("are found by id", async () => {
      const { store, bob } = await openTeam(open);
      expect(userSchema.parse(await store.user(bob.id))).toEqual(bob);
      expect(await store.user("nobody")).toBeNull();
    });

    it("sign in by e-mail or username, without regard to case", async () => {
      const { store, bob } = await openTeam(open);
      const expected = { user: bob, email: "bob@example.org", passwordHash: "hash of bob" };
      for (const login of ["bob", "BOB", "bob@example.org", "Bob@Example.ORG"]) {
        expect(await store.credentials(login)).toEqual(expected);
      }
      expect(await store.credentialsOf(bob.id)).toEqual(expected);
      expect(await store.credentials("bobby")).toBeNull();
      expect(await store.credentialsOf("nobody")).toBeNull();
    });

    it("have a username and an e-mail of their own, without regard to case", async () => {
      const { store } = await openTeam(open);
      const like = (change: object) => ({ ...newUser("dan"), ...change });
      expect(await refusal(store, () => store.createUser(like({ username: "BOB" }), null))).toBe(
        "USERNAME_TAKEN",
      );
      expect(
        await refusal(store, () => store.createUser(like({ email: "BOB@example.org" }), null)),
      ).toBe("EMAIL_TAKEN");
      await store.createUser(like({ username: "straße", email: null }), null);
      expect(
        await refusal(store, () =>
          store.createUser(like({ username: "STRASSE", email: null }), null),
        ),
      ).toBe("USERNAME_TAKEN");
    });

    it("race for a name, and one of them gets it", async () => {
      const { store } = await openTeam(open);
      const same = () => store.createUser({ ...newUser("dan"), email: null }, null);
      const results = await Promise.allSettled([same(), same(), same()]);
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    });

    it("change their profile for all to see", async () => {
      const team = await openTeam(open);
      const { store, bob } = team;
      const update = {
        displayName: "Bobby",
        username: "bobby",
        bio: "Here.",
        timeZone: "Europe/Berlin",
        customStatus: { emoji: "🌴", text: "Away", expiresAt: soon() },
      };
      const events = await loggedBy(store, () => store.updateProfile(bob.id, update));
      expect(only(events, "user.updated")).toMatchObject([{ user: { ...bob, ...update } }]);
      expect(userSchema.parse(await store.user(bob.id))).toEqual({ ...bob, ...update });
      expect(await store.credentials("BOBBY")).not.toBeNull();
      expect(await store.credentials("bob")).toBeNull();
      expect(await store.updateProfile(bob.id, { customStatus: null, timeZone: null })).toEqual({
        ...bob,
        ...update,
        customStatus: null,
        timeZone: null,
      });
    });

    it("choose how they show, which only they are told, for good or until some time", async () => {
      const team = await openTeam(open);
      const { store, bob } = team;
      const until = soon();
      const choose = () => store.setPresence(bob.id, { mode: "dnd", until });
      expect(await storyOf(team, choose)).toEqual(["account.updated to bob"]);
      expect(await storyOf(team, choose)).toEqual([]);
      expect(await store.chosenPresence()).toEqual([{ userId: bob.id, mode: "dnd", until }]);
      const again = await team.reopen();
      expect((await again.snapshot(bob.id)).me.presence).toEqual({ mode: "dnd", until });
      await again.setPresence(bob.id, { mode: "auto", until: null });
      expect(await again.chosenPresence()).toEqual([]);
    });

    it("are rid of a status and a choice when its time is over, and not before", async () => {
      const team = await openTeam(open);
      const { store, ann, bob, cat } = team;
      const end = (n: number) => `2030-01-01T00:00:0${n}.000Z`;
      const status = { emoji: "🗓️", text: "In a meeting" };
      await store.updateProfile(ann.id, { customStatus: { ...status, expiresAt: end(1) } });
      await store.updateProfile(bob.id, { customStatus: { ...status, expiresAt: end(3) } });
      await store.updateProfile(cat.id, { customStatus: { ...status, expiresAt: null } });
      await store.setPresence(bob.id, { mode: "dnd", until: end(2) });
      await store.setPresence(cat.id, { mode: "away", until: null });
      expect(await storyOf(team, () => store.endStatuses(end(0)))).toEqual([]);
      expect(await storyOf(team, () => store.endStatuses(end(2)))).toEqual([
        "user.updated to all",
        "account.updated to bob",
      ]);
      const { me, users } = await store.snapshot(bob.id);
      expect(me.presence).toEqual({ mode: "auto", until: null });
      const texts = users.map(({ id, customStatus }) => [id, customStatus?.text]);
      expect(Object.fromEntries(texts)).toMatchObject({
        [ann.id]: undefined,
        [bob.id]: status.text,
        [cat.id]: status.text,
      });
      expect(await store.chosenPresence()).toMatchObject([{ userId: cat.id, mode: "away" }]);
    });

    it("write nothing with a profile that stays the same", async () => {
      const { store, bob } = await openTeam(open);
      expect(await loggedBy(store, () => store.updateProfile(bob.id, {}))).toEqual([]);
      expect(await loggedBy(store, () => store.updateProfile(bob.id, { bio: "" }))).toEqual([]);
    });

    it("cannot take another's name", async () => {
      const { store, bob } = await openTeam(open);
      expect(await refusal(store, () => store.updateProfile(bob.id, { username: "Cat" }))).toBe(
        "USERNAME_TAKEN",
      );
      expect(await store.updateProfile(bob.id, { username: "Bob" })).toMatchObject({
        username: "Bob",
      });
    });

    it("change their e-mail address, which only they are told", async () => {
      const team = await openTeam(open);
      const { store, bob } = team;
      const change = () => store.setEmail(bob.id, "bobby@example.org");
      expect(await storyOf(team, change)).toEqual(["account.updated to bob"]);
      expect(await storyOf(team, change)).toEqual([]);
      expect((await store.snapshot(bob.id)).me.email).toBe("bobby@example.org");
      expect(await store.credentials("Bobby@example.org")).not.toBeNull();
      expect(await store.credentials("bob@example.org")).toBeNull();
      expect(await refusal(store, () => store.setEmail(bob.id, "CAT@example.org"))).toBe(
        "EMAIL_TAKEN",
      );
    });

    it("get roles, and the last owner keeps theirs", async () => {
      const team = await openTeam(open);
      const { store, ann, bob } = team;
      expect(await refusal(store, () => store.setRole(ann.id, "admin"))).toBe("LAST_OWNER");
      expect(await storyOf(team, () => store.setRole(bob.id, "owner"))).toEqual([
        "user.updated to all",
      ]);
      expect(await loggedBy(store, () => store.setRole(bob.id, "owner"))).toEqual([]);
      await store.setRole(ann.id, "member");
      expect(await refusal(store, () => store.setRole(bob.id, "guest"))).toBe("LAST_OWNER");
      expect(await refusal(store, () => store.setRole("nobody", "guest"))).toBe("NOT_FOUND");
    });

    it("leave one active owner, when two go at once", async () => {
      const { store, ann, bob } = await openTeam(open);
      await store.setRole(bob.id, "owner");
      const results = await Promise.allSettled([
        store.setAccountStatus(ann.id, "deactivated"),
        store.setRole(bob.id, "member"),
      ]);
      expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
      expect(await refusal(store, () => store.setAccountStatus(bob.id, "banned"))).toBe(
        "LAST_OWNER",
      );
    });

    it("lose their sessions and links with their account", async () => {
      const team = await openTeam(open);
      const { store, bob } = team;
      const session = { userId: bob.id, tokenHash: "t1", userAgent: "", expiresAt: soon() };
      const { id } = await store.createSession(session);
      await store.createOneTimeLink(bob.id, "l1", soon());
      const events = await loggedBy(store, () => store.setAccountStatus(bob.id, "deactivated"));
      expect(events.map(({ audience }) => audience.kind)).toEqual(["all", "user"]);
      expect(only(events, "session.revoked")).toMatchObject([{ sessionIds: [id] }]);
      expect(await store.sessionByTokenHash("t1")).toBeNull();
      expect(await store.oneTimeLinkUser("l1")).toBeNull();
      expect(await loggedBy(store, () => store.setAccountStatus(bob.id, "deactivated"))).toEqual(
        [],
      );
      expect(await store.setAccountStatus(bob.id, "active")).toMatchObject({ status: "active" });
      expect(await store.sessionByTokenHash("t1")).toBeNull();
    });

    it("set a password, which ends the other sessions", async () => {
      const { store, bob } = await openTeam(open);
      const session = (tokenHash: string) =>
        store.createSession({ userId: bob.id, tokenHash, userAgent: "", expiresAt: soon() });
      const kept = await session("t1");
      const other = await session("t2");
      const events = await loggedBy(store, () => store.setPassword(bob.id, "new hash", kept.id));
      expect(only(events, "session.revoked")).toMatchObject([{ sessionIds: [other.id] }]);
      expect(await store.credentialsOf(bob.id)).toMatchObject({ passwordHash: "new hash" });
      expect((await store.sessionsOf(bob.id)).map(({ id }) => id)).toEqual([kept.id]);
      expect(await refusal(store, () => store.setPassword("nobody", "hash", null))).toBe(
        "NOT_FOUND",
      );
    });

    it("are accounts to admins", async () => {
      const { store, bob } = await openTeam(open);
      await store.createUser({ ...newUser("eve"), email: null, passwordHash: null }, null);
      const session = await store.createSession({
        userId: bob.id,
        tokenHash: "t1",
        userAgent: "",
        expiresAt: soon(),
      });
      const accounts = await store.accounts();
      expect(accounts.map((account) => accountSchema.parse(account))).toEqual(accounts);
      const named = (name: string) => accounts.find(({ username }) => username === name);
      expect(named("bob")).toEqual({
        ...bob,
        email: "bob@example.org",
        hasPassword: true,
        lastSeenAt: session.lastSeenAt,
      });
      expect(named("eve")).toMatchObject({ email: null, hasPassword: false, lastSeenAt: null });
    });
  });
}
