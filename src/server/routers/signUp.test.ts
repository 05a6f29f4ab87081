import { describe, expect, it } from "vitest";

import { failureOf, outcomeOf } from "../../testing/failure.ts";
import { password, setUp, signUp, tokenIn } from "../../testing/people.ts";
import { startTestServer } from "../../testing/server.ts";
import { visit } from "../../testing/visitor.ts";

const newcomer = {
  displayName: "Nora",
  username: "nora",
  email: "nora@example.org",
  password,
};

describe("setting up", () => {
  it("makes the workspace, its owner and a first room, and signs in", async () => {
    await using server = await startTestServer();
    await using visitor = visit(server.url);
    expect(await visitor.api.session.state.query()).toEqual({
      workspaceName: null,
      openSignUp: false,
      me: null,
    });

    const { user, firstRoomId } = await visitor.api.session.setUp.mutate({
      workspaceName: "The Snug",
      ...newcomer,
    });
    expect(user).toMatchObject({ username: "nora", role: "owner" });
    const snapshot = await visitor.api.events.snapshot.query();
    expect(snapshot.workspace).toMatchObject({ name: "The Snug", firstRoomId, demo: false });
    expect(snapshot.rooms.map(({ id, kind }) => ({ id, kind }))).toEqual([
      { id: firstRoomId, kind: "public" },
    ]);
    expect(await visitor.api.session.state.query()).toEqual({
      workspaceName: "The Snug",
      openSignUp: false,
      me: { id: user.id, email: "nora@example.org" },
    });
  });

  it("happens once, and first", async () => {
    await using server = await startTestServer();
    await using visitor = visit(server.url);
    const signUpEarly = visitor.api.session.signUp.mutate({ inviteToken: null, ...newcomer });
    expect(await outcomeOf(signUpEarly)).toBe("NOT_SET_UP");
    await using _owner = await setUp(server);
    const again = visitor.api.session.setUp.mutate({ workspaceName: "Mine", ...newcomer });
    expect(await outcomeOf(again)).toBe("ALREADY_SET_UP");
  });
});

describe("signing up", () => {
  it("takes an invite, and lands in the first room", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    await using visitor = visit(server.url);
    const refused = visitor.api.session.signUp.mutate({ inviteToken: null, ...newcomer });
    expect(await outcomeOf(refused)).toBe("SIGN_UP_CLOSED");
    const madeUp = visitor.api.session.signUp.mutate({ inviteToken: "made-up", ...newcomer });
    expect(await outcomeOf(madeUp)).toBe("INVITE_INVALID");

    const invite = await owner.api.invites.create.mutate({});
    const { user, firstRoomId } = await visitor.api.session.signUp.mutate({
      inviteToken: tokenIn(invite.url),
      ...newcomer,
    });
    expect(user.role).toBe("member");
    const { rooms, workspace } = await visitor.api.events.snapshot.query();
    expect(rooms.map(({ id }) => id)).toEqual([workspace.firstRoomId]);
    expect(firstRoomId).toBe(workspace.firstRoomId);
  });

  it("makes a guest of whoever was invited as one, in the rooms of the invite", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    const room = await owner.api.rooms.create.mutate({ kind: "private", name: "clients" });
    await using guest = await signUp(server, owner, {
      name: "gus",
      role: "guest",
      roomIds: [room.id],
    });
    expect(guest.user.role).toBe("guest");
    const { rooms } = await guest.api.events.snapshot.query();
    expect(rooms.map(({ id }) => id)).toEqual([room.id]);
  });

  it("is open to anyone where the workspace says so", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    await owner.api.workspace.update.mutate({ openSignUp: true });
    await using visitor = visit(server.url);
    const { user } = await visitor.api.session.signUp.mutate({ inviteToken: null, ...newcomer });
    expect(user.role).toBe("member");
  });

  it("refuses a name and an address that are taken, whatever their case", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server, "olivia");
    await owner.api.workspace.update.mutate({ openSignUp: true });
    await using visitor = visit(server.url);
    const signUpWith = (account: Partial<typeof newcomer>) =>
      visitor.api.session.signUp.mutate({ inviteToken: null, ...newcomer, ...account });
    expect(await outcomeOf(signUpWith({ username: "Olivia" }))).toBe("USERNAME_TAKEN");
    expect(await outcomeOf(signUpWith({ email: "OLIVIA@example.org" }))).toBe("EMAIL_TAKEN");
  });

  it("says what is wrong with each field", async () => {
    await using server = await startTestServer();
    await using visitor = visit(server.url);
    const failure = await failureOf(
      visitor.api.session.setUp.mutate({
        workspaceName: " ",
        displayName: "x".repeat(61),
        username: "no spaces",
        email: "nobody",
        password: "short",
      }),
    );
    expect(failure?.code).toBe("INVALID_INPUT");
    expect(new Set(Object.keys(failure?.fields ?? {}))).toEqual(
      new Set(["displayName", "email", "password", "username", "workspaceName"]),
    );
  });
});
