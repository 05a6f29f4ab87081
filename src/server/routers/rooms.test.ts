import { v7 as uuidv7 } from "uuid";
import { describe, expect, it } from "vitest";

import { limits } from "../../shared/limits.ts";
import { failureOf, outcomeOf } from "../../testing/failure.ts";
import { setUp, signUp } from "../../testing/people.ts";
import { startTestServer } from "../../testing/server.ts";

describe("rooms", () => {
  it("are created with people in them, and found by browsing", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    await using mia = await signUp(server, owner, { name: "mia" });
    const room = await owner.api.rooms.create.mutate({
      kind: "public",
      name: "  Küche & Bad  ",
      topic: "Who cleans",
      userIds: [mia.user.id, mia.user.id],
    });
    expect(room).toMatchObject({
      name: "Küche & Bad",
      topic: "Who cleans",
      memberCount: 2,
      membership: { role: "admin" },
    });
    const browsed = await mia.api.rooms.browse.query({});
    expect(browsed.map(({ name, joined }) => ({ name, joined }))).toEqual([
      { name: "general", joined: true },
      { name: "Küche & Bad", joined: true },
    ]);
    const members = await mia.api.rooms.members.query({ roomId: room.id });
    expect(members.map(({ userId, role }) => [userId, role])).toEqual(
      expect.arrayContaining([
        [owner.user.id, "admin"],
        [mia.user.id, "member"],
      ]),
    );
  });

  it("have names of their own, whatever the case", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    const create = (name: string) => owner.api.rooms.create.mutate({ kind: "private", name });
    expect(await outcomeOf(create("Plans"))).toBe("ok");
    expect(await outcomeOf(create("plans"))).toBe("ROOM_NAME_TAKEN");
  });

  it.each([
    [{ name: "" }, "name"],
    [{ name: "x".repeat(limits.roomName + 1) }, "name"],
    [{ name: "two\nlines" }, "name"],
    [{ topic: "x".repeat(limits.roomTopic + 1) }, "topic"],
    [{ userIds: Array<string>(limits.inviteesAtOnce + 1).fill("x") }, "userIds"],
  ])("keep to their limits: %o", async (wrong, field) => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    const failure = await failureOf(
      owner.api.rooms.create.mutate({ kind: "public", name: "fine", ...wrong }),
    );
    expect(failure).toMatchObject({
      code: "INVALID_INPUT",
      fields: { [field]: expect.any(String) },
    });
  });

  it("do not take people whom nobody knows", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    const create = owner.api.rooms.create.mutate({
      kind: "public",
      name: "ghosts",
      userIds: ["nobody"],
    });
    expect(await outcomeOf(create)).toBe("NOT_FOUND");
    expect(await owner.api.rooms.browse.query({})).toHaveLength(1);
  });

  it("are joined and left", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    await using mia = await signUp(server, owner, { name: "mia" });
    const { id: roomId } = await owner.api.rooms.create.mutate({ kind: "public", name: "tea" });
    const joined = await mia.api.rooms.join.mutate({ roomId });
    expect(joined).toMatchObject({ memberCount: 2, membership: { role: "member" } });
    expect(await mia.api.rooms.join.mutate({ roomId })).toEqual(joined);
    await mia.api.rooms.leave.mutate({ roomId });
    expect(await outcomeOf(mia.api.rooms.leave.mutate({ roomId }))).toBe("NOT_FOUND");
    expect(await mia.api.rooms.get.query({ roomId })).toMatchObject({ memberCount: 1 });
  });

  it("are archived, which closes them to what is new, and opened again", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    await using mia = await signUp(server, owner, { name: "mia" });
    const { id: roomId } = await owner.api.rooms.create.mutate({ kind: "public", name: "old" });
    await owner.api.rooms.archive.mutate({ roomId, archived: true });
    const send = () =>
      outcomeOf(
        owner.api.messages.send.mutate({ roomId, clientId: uuidv7(), body: "Still here?" }),
      );
    const invite = { roomId, userIds: [mia.user.id] };
    expect(await send()).toBe("ROOM_ARCHIVED");
    expect(await outcomeOf(mia.api.rooms.join.mutate({ roomId }))).toBe("ROOM_ARCHIVED");
    expect(await outcomeOf(owner.api.rooms.invite.mutate(invite))).toBe("ROOM_ARCHIVED");
    expect(await owner.api.rooms.browse.query({ archived: true })).toMatchObject([{ id: roomId }]);
    await owner.api.rooms.archive.mutate({ roomId, archived: false });
    expect(await send()).toBe("ok");
  });

  it("are deleted for good, but for the one that everyone lands in", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    const { id: roomId } = await owner.api.rooms.create.mutate({ kind: "public", name: "gone" });
    await owner.api.rooms.delete.mutate({ roomId });
    expect(await outcomeOf(owner.api.rooms.get.query({ roomId }))).toBe("NOT_FOUND");

    const [first] = await owner.api.rooms.browse.query({});
    const general = { roomId: first?.id ?? "" };
    expect(await outcomeOf(owner.api.rooms.delete.mutate(general))).toBe("FORBIDDEN");
    const archive = owner.api.rooms.archive.mutate({ ...general, archived: true });
    expect(await outcomeOf(archive)).toBe("FORBIDDEN");
  });

  it("have admins, who make others admins", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    await using mia = await signUp(server, owner, { name: "mia" });
    await using otto = await signUp(server, owner, { name: "otto" });
    const { id: roomId } = await mia.api.rooms.create.mutate({
      kind: "private",
      name: "den",
      userIds: [otto.user.id],
    });
    const rename = (name: string) => outcomeOf(otto.api.rooms.update.mutate({ roomId, name }));
    expect(await rename("lair")).toBe("FORBIDDEN");
    const promotion = { roomId, userId: otto.user.id, role: "admin" } as const;
    await mia.api.rooms.setMemberRole.mutate(promotion);
    expect(await rename("lair")).toBe("ok");
    const stranger = { ...promotion, userId: owner.user.id };
    expect(await outcomeOf(mia.api.rooms.setMemberRole.mutate(stranger))).toBe("NOT_FOUND");
  });

  it("are marked read, and unread from a message on", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    await using mia = await signUp(server, owner, { name: "mia" });
    const [room] = await owner.api.rooms.browse.query({});
    const roomId = room?.id ?? "";
    const sent = [];
    for (const body of ["one", "two", `three <@${mia.user.id}>`]) {
      sent.push(await owner.api.messages.send.mutate({ roomId, clientId: uuidv7(), body }));
    }
    const seqs = sent.map(({ seq }) => seq);
    const [, second = 0, third = 0] = seqs;
    const read = await mia.api.rooms.markRead.mutate({ roomId, seq: third });
    expect(read).toEqual({ readSeq: third, unreadCount: 0, mentionCount: 0 });
    const unread = await mia.api.rooms.markUnread.mutate({ roomId, seq: second });
    expect(unread).toMatchObject({ unreadCount: 2, mentionCount: 1 });
    // A client that was late does not undo it, only a later message can.
    const late = await mia.api.rooms.markRead.mutate({ roomId, seq: 1 });
    expect(late).toEqual(unread);
  });
});

describe("direct rooms", () => {
  it("are one for each set of people", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    await using mia = await signUp(server, owner, { name: "mia" });
    await using otto = await signUp(server, owner, { name: "otto" });
    const pair = await owner.api.rooms.openDirect.mutate({ userIds: [mia.user.id] });
    const same = await mia.api.rooms.openDirect.mutate({
      userIds: [owner.user.id, mia.user.id, owner.user.id],
    });
    const group = await mia.api.rooms.openDirect.mutate({
      userIds: [owner.user.id, otto.user.id],
    });
    expect(same.id).toBe(pair.id);
    expect(group.id).not.toBe(pair.id);
    expect(new Set(group.directUserIds)).toEqual(
      new Set([owner.user.id, mia.user.id, otto.user.id]),
    );
    expect(await owner.api.rooms.browse.query({})).toHaveLength(1);
  });

  it("keep their people and have no name", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    await using mia = await signUp(server, owner, { name: "mia" });
    await using otto = await signUp(server, owner, { name: "otto" });
    const { api } = owner;
    const { id: roomId } = await api.rooms.openDirect.mutate({ userIds: [mia.user.id] });
    const outcomes = await Promise.all(
      [
        api.rooms.leave.mutate({ roomId }),
        api.rooms.invite.mutate({ roomId, userIds: [otto.user.id] }),
        api.rooms.remove.mutate({ roomId, userId: mia.user.id }),
        api.rooms.update.mutate({ roomId, name: "Us" }),
        api.rooms.setMemberRole.mutate({ roomId, userId: mia.user.id, role: "admin" }),
        api.rooms.archive.mutate({ roomId, archived: true }),
        api.rooms.delete.mutate({ roomId }),
      ].map(outcomeOf),
    );
    expect(new Set(outcomes)).toEqual(new Set(["FORBIDDEN"]));
    const intrude = otto.api.rooms.join.mutate({ roomId });
    expect(await outcomeOf(intrude)).toBe("NOT_FOUND");
  });

  it("are for a few", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    const userIds = Array.from({ length: limits.directMembers }, (_, id) => String(id));
    expect(await outcomeOf(owner.api.rooms.openDirect.mutate({ userIds }))).toBe("INVALID_INPUT");
  });

  it("are open to guests with people whom they meet in a room", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    await using mia = await signUp(server, owner, { name: "mia" });
    const room = await owner.api.rooms.create.mutate({ kind: "private", name: "clients" });
    await using gus = await signUp(server, owner, {
      name: "gus",
      role: "guest",
      roomIds: [room.id],
    });
    const open = (userIds: string[]) => outcomeOf(gus.api.rooms.openDirect.mutate({ userIds }));
    expect(await open([owner.user.id])).toBe("ok");
    expect(await open([mia.user.id])).toBe("FORBIDDEN");
    expect(await open([owner.user.id, mia.user.id])).toBe("FORBIDDEN");
  });
});
