import { v7 as uuidv7 } from "uuid";
import { describe, expect, it } from "vitest";

import { outcomeOf } from "../../testing/failure.ts";
import type { Person } from "../../testing/people.ts";
import { setUp, signUp } from "../../testing/people.ts";
import { startTestServer } from "../../testing/server.ts";

describe("versions, pins, saved messages and dates", () => {
  it("are there for everyone in the room, guests too", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    const { id: roomId } = await owner.api.rooms.create.mutate({ kind: "private", name: "Cellar" });
    await using gus = await signUp(server, owner, {
      name: "gus",
      role: "guest",
      roomIds: [roomId],
    });
    const { id: messageId, seq, createdAt } = await send(owner, roomId, "teh");
    await owner.api.messages.edit.mutate({ messageId, body: "the" });
    const versions = await gus.api.messages.edits.query({ messageId });
    expect(versions.map(({ body }) => body)).toEqual(["the", "teh"]);

    await gus.api.messages.pin.mutate({ messageId, on: true });
    const [pinned] = await owner.api.messages.pins.query({ roomId });
    expect(pinned).toMatchObject({ id: messageId, pinned: { userId: gus.user.id } });
    await owner.api.messages.pin.mutate({ messageId, on: false });
    expect(await gus.api.messages.pins.query({ roomId })).toEqual([]);

    await gus.api.messages.save.mutate({ messageId, on: true });
    const { items } = await gus.api.messages.saved.query({});
    expect(items.map(({ message }) => message.id)).toEqual([messageId]);
    expect((await owner.api.messages.saved.query({})).items).toEqual([]);

    const place = { messageId, seq };
    const at = (time: string) => gus.api.messages.atDate.query({ roomId, time });
    expect(await at(createdAt)).toEqual(place);
    // Without milliseconds, as others write it.
    expect(await at(`${createdAt.slice(0, 10)}T00:00:00Z`)).toEqual(place);
    expect(await at("2999-01-01T00:00:00Z")).toBeNull();
  });

  it("are not found by those who may not see the room", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    await using mia = await signUp(server, owner, { name: "mia" });
    const { id: roomId } = await owner.api.rooms.create.mutate({ kind: "private", name: "Cellar" });
    const { id: messageId } = await send(owner, roomId, "secret");
    const { messages } = mia.api;
    const outcomes = await Promise.all(
      [
        messages.edits.query({ messageId }),
        messages.pin.mutate({ messageId, on: true }),
        messages.pins.query({ roomId }),
        messages.save.mutate({ messageId, on: true }),
        messages.atDate.query({ roomId, time: "2020-01-01T00:00:00Z" }),
      ].map((attempt) => outcomeOf(attempt)),
    );
    expect(new Set(outcomes)).toEqual(new Set(["NOT_FOUND"]));
  });
});

function send(author: Person, roomId: string, body: string) {
  return author.api.messages.send.mutate({ roomId, clientId: uuidv7(), body });
}
