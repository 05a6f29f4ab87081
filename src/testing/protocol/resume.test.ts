import { v7 as uuidv7 } from "uuid";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { startFlakyProxy } from "../flakyProxy.ts";
import { until } from "./follower.ts";
import { cursorOf, logOf, openHouse, say, sayAll } from "./house.ts";

const patience = { timeout: 60_000 };

describe("[RT4] a stream that loses its socket", patience, () => {
  it("tracks every item with its cursor", async () => {
    await using house = await openHouse();
    const follower = await house.follow(house.owner, { cursor: house.beginning });
    await say(house.owner, house.room, "Hello");
    await follower.hears("Hello");
    for (const { id, data } of follower.items) {
      expect(data).toHaveProperty("seq");
      expect(id).toBe(house.beginning.replace(/0$/, "seq" in data ? String(data.seq) : ""));
    }
  });

  it("goes on after its last item, however often and whenever it is lost", async () => {
    await using house = await openHouse();
    const ben = await house.member("ben");
    await using proxy = await startFlakyProxy(house.server.port);
    const { store } = await house.elsewhere();

    const moment = fc.record({
      /** Turns of the event loop before the next thing happens. */
      after: fc.nat({ max: 12 }),
      happens: fc.constantFrom("say", "say", "edit", "rename elsewhere", "cut", "cut", "offline"),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(moment, { minLength: 5, maxLength: 25 }), async (moments) => {
        const cursor = await cursorOf(ben);
        const start = (await store.logState()).head;
        await using follower = await house.follow(ben, { cursor, port: proxy.port });
        let last = await say(house.owner, house.room, "Begin");
        const writing: Promise<unknown>[] = [];
        for (const { after, happens } of moments) {
          for (let turn = 0; turn < after; turn += 1) await new Promise(setImmediate);
          if (happens === "say") writing.push(say(house.owner, house.room, "More"));
          else if (happens === "edit") {
            const edit = { messageId: last.id, body: uuidv7() };
            writing.push(house.owner.api.messages.edit.mutate(edit));
          } else if (happens === "rename elsewhere") {
            writing.push(store.updateWorkspace({ name: uuidv7().slice(0, 20) }));
          } else if (happens === "cut") proxy.cut();
          else proxy.goOffline();
          if (happens !== "offline") proxy.resume();
        }
        await Promise.all(writing);
        proxy.resume();
        const end = uuidv7();
        last = await say(house.owner, house.room, end);
        await follower.hears(end);

        const { events } = await store.eventsFor(ben.user.id, start, 1_000);
        expect(follower.seqs).toEqual(events.map(({ seq }) => seq));
        expect(follower.errors).toEqual([]);
        expect(follower.types).not.toContain("reset");
      }),
      { numRuns: 12 },
    );
  });

  it("goes on after the server was restarted", async () => {
    await using house = await openHouse();
    const follower = await house.follow(house.owner);
    await say(house.owner, house.room, "Before");
    await follower.hears("Before");
    await house.server.restart();
    await say(house.owner, house.room, "After");
    await follower.hears("After");
    expect(follower.bodies).toEqual(["Before", "After"]);
    expect(follower.seqs).toEqual(follower.seqs.map((_, index) => (follower.seqs[0] ?? 0) + index));
  });
});

describe("[RT5] a stream that begins", patience, () => {
  it("brings what is written while it replays exactly once", async () => {
    await using house = await openHouse();
    const lines = Array.from({ length: 40 }, (_, line) => `first ${line}`);
    for (let round = 0; round < 6; round += 1) await sayAll(house.owner, house.room, lines);
    const followers = [];
    for (let index = 0; index < 5; index += 1) {
      followers.push(await house.follow(house.owner, { cursor: house.beginning }));
      await sayAll(house.owner, house.room, [`meanwhile ${index}`, `and ${index}`]);
    }
    await say(house.owner, house.room, "done");
    const log = (await logOf(await house.elsewhere())).map(({ seq }) => seq);
    for (const follower of followers) {
      await follower.hears("done");
      expect(follower.seqs).toEqual(log);
    }
  });

  it("leaves nothing out after the snapshot that it starts from", async () => {
    await using house = await openHouse();
    const writing = sayAll(
      house.owner,
      house.room,
      Array.from({ length: 30 }, (_, line) => String(line)),
    );
    const snapshot = await house.owner.api.events.snapshot.query();
    const follower = await house.follow(house.owner, { cursor: snapshot.cursor });
    await writing;
    await say(house.owner, house.room, "done");
    await follower.hears("done");
    const [, seq] = snapshot.cursor.split(":");
    expect(follower.seqs).toEqual(follower.seqs.map((_, index) => Number(seq) + 1 + index));
  });
});

describe("[RT6] a cursor that cannot be resumed from", patience, () => {
  it.each([
    ["of another epoch", "epoch", (cursor: string) => cursor.replace(/^.*:/, "another:")],
    ["from the future", "future", (cursor: string) => cursor.replace(/:.*$/, ":999999")],
    ["older than the log", "retention", (cursor: string) => cursor.replace(/:.*$/, ":1")],
    ["malformed", "malformed", () => "yesterday"],
    ["missing", "malformed", () => ""],
  ])("gets one reset when it is %s, and can go on from there", async (_name, reason, spoil) => {
    await using house = await openHouse();
    await say(house.owner, house.room, "Old");
    const { store } = await house.elsewhere();
    await store.pruneLog((await store.logState()).head - 1);

    const cursor = await cursorOf(house.owner);
    const follower = await house.follow(house.owner, { cursor: spoil(cursor) });
    await until(() => follower.completed, "the stream ends");
    expect(follower.items).toEqual([{ id: cursor, data: { type: "reset", reason } }]);

    const next = await house.follow(house.owner, { cursor: follower.cursor });
    await say(house.owner, house.room, "New");
    await next.hears("New");
    expect(next.types).toEqual(["message.created"]);
  });
});
