import { describe, expect, it } from "vitest";

import { failureOf, outcomeOf } from "../../testing/failure.ts";
import { password, setUp, signUp, tokenIn } from "../../testing/people.ts";
import { startTestServer } from "../../testing/server.ts";
import { visit } from "../../testing/visitor.ts";

describe("accounts", () => {
  it("are listed with what only admins may know", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    await using _mia = await signUp(server, owner, { name: "mia" });
    const accounts = await owner.api.admin.accounts.query();
    expect(
      accounts.map(({ username, email, hasPassword }) => [username, email, hasPassword]),
    ).toEqual([
      ["mia", "mia@example.org", true],
      ["olivia", "olivia@example.org", true],
    ]);
    expect(JSON.stringify(accounts)).not.toContain("argon2");
  });

  it("keep an owner among them", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    const { id: userId } = owner.user;
    const { admin } = owner.api;
    expect(await outcomeOf(admin.setRole.mutate({ userId, role: "admin" }))).toBe("LAST_OWNER");
    const close = admin.setStatus.mutate({ userId, status: "deactivated" });
    expect(await outcomeOf(close)).toBe("LAST_OWNER");

    await using mia = await signUp(server, owner, { name: "mia", role: "owner" });
    expect(await outcomeOf(admin.setRole.mutate({ userId, role: "member" }))).toBe("ok");
    // What one was a moment ago is no longer of use.
    expect(await outcomeOf(admin.accounts.query())).toBe("FORBIDDEN");
    expect(await outcomeOf(mia.api.admin.accounts.query())).toBe("ok");
  });

  it("lose access at once when they are closed, and get in again when opened", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    await using mia = await signUp(server, owner, { name: "mia" });
    const setStatus = (status: "active" | "banned") =>
      owner.api.admin.setStatus.mutate({ userId: mia.user.id, status });
    await setStatus("banned");
    expect(await outcomeOf(mia.api.rooms.browse.query({}))).toBe("UNAUTHENTICATED");
    const link = owner.api.admin.createOneTimeLink.mutate({ userId: mia.user.id });
    expect(await outcomeOf(link)).toBe("FORBIDDEN");
    await setStatus("active");
    const signIn = mia.api.session.signIn.mutate({ login: "mia", password });
    expect(await outcomeOf(signIn)).toBe("ok");
  });

  it("do not become bots, and nobody unknown becomes anything", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    const response = await owner.fetch("/trpc/admin.setRole", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ userId: owner.user.id, role: "bot" }),
    });
    expect(response.status).toBe(400);
    const nobody = owner.api.admin.setRole.mutate({ userId: "nobody", role: "member" });
    expect(await outcomeOf(nobody)).toBe("NOT_FOUND");
  });
});

describe("invites", () => {
  it("say who invites and where to, and are used up", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    const invite = await owner.api.invites.create.mutate({ role: "guest", maxUses: 1 });
    expect(invite.url).toMatch(new RegExp(`^${server.url}/invite/[\\w-]{43}$`));
    const token = tokenIn(invite.url);
    await using visitor = visit(server.url);
    expect(await visitor.api.invites.preview.query({ token })).toEqual({
      workspaceName: "Test house",
      invitedBy: "olivia",
      role: "guest",
    });
    const account = { displayName: "Gus", username: "gus", email: "gus@example.org", password };
    await visitor.api.session.signUp.mutate({ inviteToken: token, ...account });
    expect(await outcomeOf(visitor.api.invites.preview.query({ token }))).toBe("INVITE_INVALID");
    expect(await owner.api.invites.list.query()).toEqual([]);
  });

  it("are listed until they are revoked", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    const invite = await owner.api.invites.create.mutate({ expiresInHours: null });
    expect(invite).toMatchObject({ expiresAt: null, maxUses: null, uses: 0, role: "member" });
    expect(await owner.api.invites.list.query()).toEqual([invite]);
    await owner.api.invites.revoke.mutate({ inviteId: invite.id });
    const preview = owner.api.invites.preview.query({ token: tokenIn(invite.url) });
    expect(await failureOf(preview)).toMatchObject({
      code: "INVITE_INVALID",
      message: "This invite no longer works. Ask whoever sent it for a new one.",
    });
  });

  it("begin with where people reach the server", async () => {
    await using server = await startTestServer({ PUBLIC_URL: "https://chat.example.org" });
    await using owner = await setUp(server);
    const { url } = await owner.api.invites.create.mutate({});
    expect(url).toMatch(/^https:\/\/chat\.example\.org\/invite\//);
  });

  it("do not lead into a direct room", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    await using mia = await signUp(server, owner, { name: "mia" });
    const direct = await owner.api.rooms.openDirect.mutate({ userIds: [mia.user.id] });
    const invite = owner.api.invites.create.mutate({ roomIds: [direct.id] });
    expect(await outcomeOf(invite)).toBe("FORBIDDEN");
  });
});

describe("profile and workspace", () => {
  it("change, for everyone to see", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    await using mia = await signUp(server, owner, { name: "mia" });
    await mia.api.users.updateProfile.mutate({
      displayName: "Mia M.",
      timeZone: "Europe/Berlin",
    });
    await mia.api.users.setStatus.mutate({
      status: { emoji: "🌴", text: "Away", forSeconds: 3600 },
    });
    await owner.api.workspace.update.mutate({ name: "New house" });
    expect(await owner.api.users.get.query({ userId: mia.user.id })).toMatchObject({
      displayName: "Mia M.",
      username: "mia",
      timeZone: "Europe/Berlin",
      customStatus: { emoji: "🌴", text: "Away", expiresAt: expect.any(String) },
    });
    const silent = mia.api.users.setStatus.mutate({
      status: { emoji: null, text: " ", forSeconds: null },
    });
    expect(await outcomeOf(silent)).toBe("INVALID_INPUT");
    expect(await mia.api.users.setStatus.mutate({ status: null })).toMatchObject({
      customStatus: null,
    });
    expect(await mia.api.workspace.get.query()).toMatchObject({ name: "New house" });
    const taken = mia.api.users.updateProfile.mutate({ username: "OLIVIA" });
    expect(await outcomeOf(taken)).toBe("USERNAME_TAKEN");
    const nowhere = mia.api.users.updateProfile.mutate({ timeZone: "Mars/Base" });
    expect(await failureOf(nowhere)).toMatchObject({ fields: { timeZone: "Unknown time zone." } });
  });
});
