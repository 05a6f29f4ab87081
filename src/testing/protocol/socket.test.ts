import { once } from "node:events";

import { createTRPCClient, createWSClient, wsLink } from "@trpc/client";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { WebSocket as RawWebSocket } from "ws";

import type { AppRouter } from "../../server/router.ts";
import type { PresenceItem } from "../../shared/presence.ts";
import type { Person } from "../people.ts";
import { firstLineOf, upgradeHeaders } from "../rawUpgrade.ts";
import { webSocketWith } from "../webSocketWith.ts";
import { until } from "./follower.ts";
import { openHouse, say } from "./house.ts";

const patience = { timeout: 60_000 };

describe("the server's socket", patience, () => {
  it("is for subscriptions: everything else goes over HTTP", async () => {
    await using house = await openHouse();
    const { api } = socketOf(house.owner, house.server.port, house.everything);
    await expect(api.events.snapshot.query()).rejects.toMatchObject({
      data: { snug: { code: "INVALID_INPUT" } },
    });
    await expect(api.rooms.join.mutate({ roomId: house.room })).rejects.toMatchObject({
      data: { snug: { code: "INVALID_INPUT" } },
    });
  });

  it("answers upgrades that make no sense, and lives on", async () => {
    await using house = await openHouse();
    const { port } = house.server;
    for (const [line, host] of [
      ["GET // HTTP/1.1", "Host: x"],
      ["GET /trpc HTTP/1.1", "Host: ["],
      ["GET http://[ HTTP/1.1", "Host: x"],
    ]) {
      const lines = [line ?? "", host ?? "", ...upgradeHeaders, `Cookie: ${house.owner.cookie}`];
      expect(await firstLineOf(port, lines)).toBe("HTTP/1.1 400 Bad Request");
    }
    expect((await fetch(`${house.server.url}/healthz`)).status).toBe(200);
  });

  it("takes any frame, and lives on", async () => {
    await using house = await openHouse();
    const follower = await house.follow(house.owner);
    const url = `ws://127.0.0.1:${house.server.port}/trpc`;
    const headers = { cookie: house.owner.cookie };
    const id = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.jsonValue());
    const path = fc.constantFrom("events.stream", "presence.watch", "messages.send", "nothing", 7);
    const method = fc.constantFrom("subscription", "subscription.stop", "query", "mutation", "?");
    const request = fc.record({
      id,
      method,
      params: fc.record({ path, input: fc.jsonValue(), lastEventId: fc.jsonValue() }),
    });
    const frame = fc.oneof(
      fc.string(),
      fc.uint8Array().map((bytes) => Buffer.from(bytes)),
      fc.jsonValue().map((value) => JSON.stringify(value)),
      request.map((value) => JSON.stringify(value)),
      fc.array(request, { maxLength: 30 }).map((value) => JSON.stringify(value)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(frame, { minLength: 1, maxLength: 20 }), async (frames) => {
        const socket = new RawWebSocket(url, { headers });
        await once(socket, "open");
        for (const each of frames) socket.send(each);
        const answers: string[] = [];
        socket.on("message", (data: Buffer) => answers.push(data.toString()));
        socket.send("PING");
        await until(() => answers.includes("PONG"), "the socket answers");
        for (const answer of answers) expect(answer).not.toMatch(/INTERNAL|"stack"/);
        socket.terminate();
      }),
      { numRuns: 40 },
    );
    await say(house.owner, house.room, "Still here");
    await follower.hears("Still here");
    expect(follower.closeCodes).toEqual([]);
  });

  it("[RT10] tells clients of a shutdown, closes what is left, and they come back", async () => {
    await using house = await openHouse();
    const follower = await house.follow(house.owner);
    await say(house.owner, house.room, "Before");
    await follower.hears("Before");
    await house.server.stop();
    expect(follower.closeCodes).toContain(1012);
    await house.server.restart();
    await say(house.owner, house.room, "After");
    await follower.hears("After");
    expect(follower.bodies).toEqual(["Before", "After"]);
  });
});

describe("[RT8] presence over the socket", patience, () => {
  it("begins with a snapshot, and follows who comes and who writes", async () => {
    await using house = await openHouse();
    const ben = await house.member("ben");
    const mine = watch(house.owner, house.server.port, house.everything);
    await until(() => mine.length === 2, "the owner is online");
    const at: unknown = expect.stringMatching(/^\d{4}-.*Z$/);
    expect(mine).toEqual([
      { type: "snapshot", at, presence: {}, typing: [] },
      { type: "presence", userId: house.owner.user.id, presence: "online" },
    ]);

    const theirs = watch(ben, house.server.port, house.everything);
    await until(() => mine.length === 3, "Ben is online");
    expect(theirs[0]).toEqual({
      type: "snapshot",
      at,
      presence: { [house.owner.user.id]: "online" },
      typing: [],
    });
    await ben.api.presence.setMode.mutate({ mode: "dnd" });
    await until(() => mine.length === 4, "Ben is not to be disturbed");
    await ben.api.presence.typing.mutate({ roomId: house.room, typing: true });
    await until(() => mine.length === 5, "Ben types");
    await say(ben, house.room, "Hello");
    await until(() => mine.length === 6, "Ben no longer types");
    const typing = { type: "typing", roomId: house.room, userId: ben.user.id };
    expect(mine.slice(2)).toEqual([
      { type: "presence", userId: ben.user.id, presence: "online" },
      { type: "presence", userId: ben.user.id, presence: "dnd" },
      { ...typing, typing: true },
      { ...typing, typing: false },
    ]);
  });

  it("calls who is there by @here, and nobody else", async () => {
    await using house = await openHouse();
    const [ben, cleo, dan] = await Promise.all(
      ["ben", "cleo", "dan"].map((name) => house.member(name)),
    );
    if (!ben || !cleo || !dan) throw new Error("Nobody came.");
    await dan.api.presence.setMode.mutate({ mode: "away" });
    const seen = watch(ben, house.server.port, house.everything);
    watch(dan, house.server.port, house.everything);
    const isThere = (userId: string, presence: string) =>
      seen.some(
        (item) => item.type === "presence" && item.userId === userId && item.presence === presence,
      );
    await until(() => isThere(ben.user.id, "online"), "Ben is online");
    await until(() => isThere(dan.user.id, "away"), "Dan is away");
    const { mentions } = await say(house.owner, house.room, "<!here> Cake!");
    expect(mentions).toEqual({ userIds: [ben.user.id], room: false });
  });
});

function socketOf(person: Person, port: number, everything: AsyncDisposableStack) {
  const client = createWSClient({
    url: `ws://127.0.0.1:${port}/trpc`,
    WebSocket: webSocketWith({ cookie: person.cookie }),
  });
  everything.defer(() => client.close());
  return { api: createTRPCClient<AppRouter>({ links: [wsLink({ client })] }) };
}

function watch(person: Person, port: number, everything: AsyncDisposableStack): PresenceItem[] {
  const heard: PresenceItem[] = [];
  const { api } = socketOf(person, port, everything);
  api.presence.watch.subscribe(
    { deviceId: `device-of-${person.user.username}` },
    { onData: (item) => heard.push(item) },
  );
  return heard;
}
