import { v4 as uuidv4, v7 as uuidv7 } from "uuid";
import { describe, expect, it } from "vitest";

import { limits } from "../../shared/limits.ts";
import { failureOf, outcomeOf } from "../../testing/failure.ts";
import type { Person } from "../../testing/people.ts";
import { setUp, signUp } from "../../testing/people.ts";
import { startTestServer } from "../../testing/server.ts";

describe("messages", () => {
  it("are sent, edited, answered, reacted to and deleted", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    await using mia = await signUp(server, owner, { name: "mia" });
    const roomId = await firstRoomOf(owner);
    const root = await send(owner, { roomId, body: `Hello <@${mia.user.id}>` });
    expect(root).toMatchObject({
      authorId: owner.user.id,
      mentions: { userIds: [mia.user.id], room: false },
      threadRootId: null,
      editedAt: null,
    });
    const reply = await send(mia, { roomId, body: "Hi", threadRootId: root.id });
    await mia.api.messages.react.mutate({ messageId: root.id, emoji: "👋", on: true });
    const edited = await owner.api.messages.edit.mutate({ messageId: root.id, body: "Hello all" });
    expect(edited).toMatchObject({
      body: "Hello all",
      reactions: [{ emoji: "👋", userIds: [mia.user.id] }],
      thread: { replyCount: 1, userIds: [mia.user.id] },
    });
    expect(await mia.api.messages.get.query({ messageId: root.id })).toEqual(edited);
    const { messages } = await owner.api.messages.thread.query({ rootId: root.id });
    expect(messages.map(({ id }) => id)).toEqual([reply.id]);

    await mia.api.messages.delete.mutate({ messageId: reply.id });
    expect(await outcomeOf(mia.api.messages.get.query({ messageId: reply.id }))).toBe("NOT_FOUND");
    // As when the answer was lost and the client asks again.
    expect(await outcomeOf(mia.api.messages.delete.mutate({ messageId: reply.id }))).toBe("ok");
  });

  it("[RT2] are one, however often they are sent", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    const roomId = await firstRoomOf(owner);
    const clientId = uuidv7();
    const sent = await Promise.all(
      Array.from({ length: 5 }, (_, i) =>
        owner.api.messages.send.mutate({ roomId, clientId, body: `try ${i}` }),
      ),
    );
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    const { id: other } = await owner.api.rooms.create.mutate({ kind: "public", name: "old" });
    await owner.api.messages.send.mutate({ roomId: other, clientId: uuidv7(), body: "Bye" });
    await owner.api.rooms.archive.mutate({ roomId: other, archived: true });
    const again = await owner.api.messages.send.mutate({ roomId: other, clientId, body: "?" });
    expect(again).toEqual(sent[0]);
  });

  it.each([
    ["nothing", { body: " \n " }, "body"],
    ["too long", { body: "x".repeat(limits.messageBody + 1) }, "body"],
    ["an id of another kind", { clientId: uuidv4() }, "clientId"],
    ["too many files", { attachmentIds: Array<string>(11).fill("x") }, "attachmentIds"],
  ])("keep to their limits: %s", async (_what, wrong, field) => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    const roomId = await firstRoomOf(owner);
    const failure = await failureOf(
      owner.api.messages.send.mutate({ roomId, clientId: uuidv7(), body: "Hi", ...wrong }),
    );
    expect(failure).toMatchObject({
      code: "INVALID_INPUT",
      fields: { [field]: expect.any(String) },
    });
  });

  it("may be as long as the limit says", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    const body = "😀".repeat(limits.messageBody / 2);
    const sent = await send(owner, { roomId: await firstRoomOf(owner), body });
    expect(sent.body).toBe(body);
  });

  it("answer only what is in the same room, and attach only what is one's own", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    const roomId = await firstRoomOf(owner);
    const { id: other } = await owner.api.rooms.create.mutate({ kind: "public", name: "other" });
    const root = await send(owner, { roomId: other, body: "Elsewhere" });
    const outcomes = await Promise.all([
      outcomeOf(send(owner, { roomId, body: "Hi", threadRootId: root.id })),
      outcomeOf(send(owner, { roomId, body: "Hi", threadRootId: "nothing" })),
      outcomeOf(send(owner, { roomId, body: "Hi", attachmentIds: ["nothing"] })),
    ]);
    expect(outcomes).toEqual(["NOT_FOUND", "NOT_FOUND", "NOT_FOUND"]);
  });

  it("take a bounded number of different reactions", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    const message = await send(owner, { roomId: await firstRoomOf(owner), body: "Vote" });
    const react = (emoji: string) =>
      outcomeOf(owner.api.messages.react.mutate({ messageId: message.id, emoji, on: true }));
    const outcomes = await Promise.all(
      Array.from({ length: limits.reactionsPerMessage }, (_, i) => react(`:${i}:`)),
    );
    expect(new Set(outcomes)).toEqual(new Set(["ok"]));
    expect(await react(":another:")).toBe("TOO_LARGE");
    expect(await react(":1:")).toBe("ok");
  });

  it("are read in pages, both ways and around one", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    const { id: roomId } = await owner.api.rooms.create.mutate({ kind: "public", name: "long" });
    const bodies = Array.from({ length: 9 }, (_, i) => `message ${i}`);
    const sent = [];
    for (const body of bodies) sent.push(await send(owner, { roomId, body }));
    const page = async (
      cursor: Parameters<typeof owner.api.messages.history.query>[0]["cursor"],
    ) => {
      const history = await owner.api.messages.history.query({ roomId, cursor, limit: 3 });
      return { ...history, bodies: history.messages.map(({ body }) => body) };
    };
    const newest = await page(null);
    expect(newest.bodies).toEqual(bodies.slice(6));
    expect(newest.newer).toBeNull();
    const older = await page(newest.older);
    expect(older.bodies).toEqual(bodies.slice(3, 6));
    expect((await page(older.newer)).bodies).toEqual(bodies.slice(6));
    const around = await page({ around: sent[4]?.seq ?? 0 });
    expect(around.bodies).toContain("message 4");
    expect(around.older).not.toBeNull();
    expect(around.newer).not.toBeNull();
  });
});

interface Draft {
  roomId: string;
  body: string;
  threadRootId?: string;
  attachmentIds?: string[];
}

function send({ api }: Person, draft: Draft) {
  return api.messages.send.mutate({ clientId: uuidv7(), ...draft });
}

async function firstRoomOf({ api }: Person): Promise<string> {
  const { workspace } = await api.events.snapshot.query();
  return workspace.firstRoomId ?? "";
}
