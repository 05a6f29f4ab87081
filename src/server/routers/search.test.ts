import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { Person } from "../../testing/people.ts";
import { setUp, signUp } from "../../testing/people.ts";
import type { TestServer } from "../../testing/server.ts";
import { startTestServer } from "../../testing/server.ts";

describe("search", () => {
  let server: TestServer;
  let owner: Person;

  beforeAll(async () => {
    server = await startTestServer();
    owner = await setUp(server);
  });
  afterAll(async () => {
    await server[Symbol.asyncDispose]();
  });

  it("goes on from page to page", async () => {
    const [room] = await owner.api.rooms.browse.query({});
    for (const body of ["first kettle", "second kettle", "third kettle"]) {
      const roomId = room?.id ?? "";
      await owner.api.messages.send.mutate({ roomId, clientId: uuidv7(), body });
    }
    const search = { text: "kettle", limit: 2 };
    const page = await owner.api.search.messages.query(search);
    expect(page.hits.map(({ message }) => message.body)).toEqual(["third kettle", "second kettle"]);
    expect(page.rooms.map(({ id }) => id)).toEqual([room?.id]);
    const rest = await owner.api.search.messages.query({ ...search, cursor: page.next });
    expect(rest.hits.map(({ message }) => message.body)).toEqual(["first kettle"]);
    expect(rest.next).toBeNull();
  });

  it("takes days as they are where the asker is", async () => {
    const today = { text: "on:today" };
    for (const timeZone of ["Pacific/Kiritimati", "Pacific/Pago_Pago", "UTC"]) {
      const { hits } = await owner.api.search.messages.query({ ...today, timeZone });
      expect(hits.length).toBeGreaterThan(0);
    }
    const nowhere = owner.api.search.messages.query({ ...today, timeZone: "Nowhere/Land" });
    await expect(nowhere).rejects.toMatchObject({ data: { snug: { code: "INVALID_INPUT" } } });
  });

  it("shows a guest what is theirs alone", async () => {
    const guest = await signUp(server, owner, { name: "gus", role: "guest" });
    expect(await guest.api.search.messages.query({ text: "kettle" })).toEqual({
      hits: [],
      rooms: [],
      unknown: [],
      next: null,
    });
  });
});
