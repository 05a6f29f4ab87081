import { once } from "node:events";
import Connection from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { openTeam } from "../contract/team.ts";
import type { LoggedEvent } from "../port.ts";
import { temporaryStore } from "./temporaryStore.ts";

describe("group commit", () => {
  it("[RT3] puts writes that arrive together into one transaction", async () => {
    const ran: string[] = [];
    await using temporary = temporaryStore({ trace: (sql) => ran.push(sql) });
    const { store, say, ann } = await openTeam(async () => temporary);
    const commits: number[] = [];
    store.onCommit((events) => commits.push(events.length));
    ran.length = 0;
    const posted = await Promise.all(numbers(50).map((n) => say(ann, `message ${n}`)));
    expect(ran.filter((sql) => sql === "COMMIT")).toHaveLength(1);
    expect(commits).toEqual([50]);
    const first = posted[0]?.seq ?? 0;
    expect(posted.map(({ seq }) => seq)).toEqual(numbers(50).map((n) => first + n));
  });

  it("[RT3] does not put any number of writes into one transaction", async () => {
    const ran: string[] = [];
    await using temporary = temporaryStore({ trace: (sql) => ran.push(sql) });
    const { say, ann, store, lobby } = await openTeam(async () => temporary);
    ran.length = 0;
    await Promise.all(numbers(600).map((n) => say(ann, `message ${n}`)));
    expect(ran.filter((sql) => sql === "COMMIT")).toHaveLength(3);
    const { messages } = await store.history(lobby, null, 100);
    expect(messages.map(({ body }) => body)).toEqual(
      numbers(600)
        .slice(-100)
        .map((n) => `message ${n}`),
    );
  });

  it("[RT1] rolls back one that fails, its seqs with it, and commits the rest", async () => {
    const ran: string[] = [];
    await using temporary = temporaryStore({ trace: (sql) => ran.push(sql) });
    const { store, say, ann, bob, lobby } = await openTeam(async () => temporary);
    const { head } = await store.logState();
    const imported = (key: string, roomId: string) => ({
      key,
      roomId,
      authorId: bob.id,
      authorName: null,
      body: "from before",
      createdAt: "2019-03-01T09:00:00.000Z",
      editedAt: null,
      threadRootKey: null,
      reactions: [],
      attachmentIds: [],
    });
    ran.length = 0;
    const results = await Promise.allSettled([
      say(ann, "one"),
      // Its first message is written, with its event, before the second one fails.
      store.importMessages([imported("m:1", lobby), imported("m:2", "nowhere")]),
      say(ann, "two"),
    ]);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(ran.filter((sql) => sql === "COMMIT")).toHaveLength(1);
    const events = await store.eventsAfter(head, 10);
    expect(events.map(({ seq }) => seq)).toEqual([head + 1, head + 2]);
    expect((await store.logState()).head).toBe(head + 2);
    expect(await store.importMessages([imported("m:1", lobby)])).toMatchObject({ created: 1 });
  });

  it("[RT3] rejects all and publishes nothing when the commit fails, and works again after", async () => {
    let failing = false;
    await using temporary = temporaryStore({
      trace(sql) {
        if (failing && sql === "COMMIT")
          throw new Connection.SqliteError("database or disk is full", "SQLITE_FULL");
      },
    });
    const { store, say, ann, lobby } = await openTeam(async () => temporary);
    const before = await store.logState();
    const heard: LoggedEvent[] = [];
    store.onCommit((events) => heard.push(...events));
    failing = true;
    const results = await Promise.allSettled([say(ann, "one"), say(ann, "two")]);
    failing = false;
    expect(results).toMatchObject([
      { status: "rejected", reason: { code: "UNAVAILABLE" } },
      { status: "rejected", reason: { code: "UNAVAILABLE" } },
    ]);
    expect(heard).toEqual([]);
    expect(await store.logState()).toEqual(before);
    const { seq } = await say(ann, "three");
    expect(seq).toBe(before.head + 1);
    expect((await store.history(lobby, null, 10)).messages.map(({ body }) => body)).toEqual([
      "Welcome!",
      "three",
    ]);
  });

  it("[RT3] lets a listener that throws harm neither the write nor the other listeners", async () => {
    await using temporary = temporaryStore();
    const { store, say, ann } = await openTeam(async () => temporary);
    const heard: LoggedEvent[] = [];
    const warned = once(process, "warning");
    store.onCommit(() => {
      throw new Error("A bug in a listener");
    });
    store.onCommit((events) => heard.push(...events));
    const { seq } = await say(ann, "Hello");
    expect(heard.map((event) => event.seq)).toEqual([seq]);
    expect(await warned).toMatchObject([{ message: "A bug in a listener" }]);
  });

  it("writes what is queued when it closes, and refuses what comes later", async () => {
    await using temporary = temporaryStore();
    const { store, say, ann, lobby } = await openTeam(async () => temporary);
    const queued = say(ann, "just in time");
    await store[Symbol.asyncDispose]();
    await queued;
    await expect(say(ann, "too late")).rejects.toMatchObject({ code: "UNAVAILABLE" });
    const reopened = await temporary.reopen();
    expect((await reopened.history(lobby, null, 1)).messages).toMatchObject([
      { body: "just in time" },
    ]);
  });
});

describe("two stores on one file", () => {
  it("[RT1] number their events without gaps between them, and see each other's", async () => {
    await using temporary = temporaryStore();
    const { store, ann, lobby } = await openTeam(async () => temporary);
    const other = temporary.openAnother();
    const { head } = await store.logState();
    const heard = { own: [] as number[], others: [] as number[] };
    store.onCommit((events) => heard.own.push(...events.map(({ seq }) => seq)));
    other.onCommit((events) => heard.others.push(...events.map(({ seq }) => seq)));
    for (const round of numbers(5)) {
      await Promise.all(
        [store, other].flatMap((each, which) =>
          numbers(4).map((n) =>
            each.appendMessage({
              authorId: ann.id,
              roomId: lobby,
              clientId: `${round}-${which}-${n}`,
              body: "Hello",
              threadRootId: null,
              attachmentIds: [],
            }),
          ),
        ),
      );
    }
    expect(heard.own).toHaveLength(20);
    expect(heard.others).toHaveLength(20);
    const all = [...heard.own, ...heard.others].toSorted((a, b) => a - b);
    expect(all).toEqual(numbers(40).map((n) => head + 1 + n));
    expect((await store.eventsAfter(head, 100)).map(({ seq }) => seq)).toEqual(all);
    expect(await store.snapshot(ann.id)).toEqual(await other.snapshot(ann.id));
  });

  it("[RT2] send a message once, even when both are asked to", async () => {
    await using temporary = temporaryStore();
    const { store, ann, lobby } = await openTeam(async () => temporary);
    const message = {
      authorId: ann.id,
      roomId: lobby,
      clientId: "c1",
      body: "Hello",
      threadRootId: null,
      attachmentIds: [],
    };
    const other = temporary.openAnother();
    const [one, two] = await Promise.all([
      store.appendMessage(message),
      other.appendMessage(message),
    ]);
    expect(two).toEqual(one);
  });
});

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
