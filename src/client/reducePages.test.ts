import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { HistoryPage, HistoryPosition } from "../shared/messages.ts";
import type { Team } from "../server/store/contract/team.ts";
import { openTeam } from "../server/store/contract/team.ts";
import { openSqliteStore } from "../server/store/sqlite/index.ts";
import { created, deleted, edited, messageOf, pageOf, reacted } from "../testing/chatEvents.ts";
import type { HistoryScope } from "./reduce.ts";
import { applyToPages } from "./reduce.ts";

const room = { roomId: "r1" };
const thread = { rootId: "m1" };

describe("pages and one more event", () => {
  it("take a new message at the end, in their own room and thread only", () => {
    const pages = [pageOf([messageOf(1)])];
    const [page] = applyToPages(pages, created(messageOf(11)), room);
    expect(page).toEqual(pageOf([messageOf(1), messageOf(11)], { asOf: 11 }));
    expect(applyToPages(pages, created(messageOf(11)), { roomId: "r2" })).toBe(pages);
    expect(applyToPages(pages, created(messageOf(11)), thread)).toBe(pages);
  });

  it("take nothing where there is a gap before the end", () => {
    const pages = [pageOf([messageOf(1)], { newer: { after: 1 } })];
    expect(applyToPages(pages, created(messageOf(11)), room)).toBe(pages);
  });

  it("hold a reply in its thread, and its count at its root", () => {
    const reply = messageOf(11, { threadRootId: "m1" });
    const [replies] = applyToPages([pageOf([])], created(reply), thread);
    expect(replies?.messages).toEqual([reply]);
    const [timeline] = applyToPages([pageOf([messageOf(1)])], created(reply), room);
    expect(timeline?.messages.map((message) => message.thread?.replyCount)).toEqual([1]);
  });

  it("keep a deleted root, emptied, until its last reply goes", () => {
    const summary = { replyCount: 1, lastReplyAt: null, userIds: ["you"] };
    const root = messageOf(1, { thread: summary, reactions: [{ emoji: "👍", userIds: ["me"] }] });
    const emptied = applyToPages([pageOf([root])], deleted(11, root), room);
    expect(emptied[0]?.messages).toMatchObject([
      { body: "", reactions: [], deletedAt: "2026-01-01T00:00:00.000Z", thread: summary },
    ]);
    const reply = messageOf(2, { threadRootId: "m1" });
    expect(applyToPages(emptied, deleted(12, reply), room)[0]?.messages).toEqual([]);
  });

  it("lose a deleted message, and a thread without replies", () => {
    const [page] = applyToPages([pageOf([messageOf(1)])], deleted(11, messageOf(1)), room);
    expect(page?.messages).toEqual([]);
    const root = messageOf(1, { thread: { replyCount: 1, lastReplyAt: null, userIds: ["you"] } });
    const reply = messageOf(2, { threadRootId: "m1" });
    const [left] = applyToPages([pageOf([root])], deleted(11, reply), room);
    expect(left?.messages).toMatchObject([{ id: "m1", thread: null }]);
  });

  it("show edits and reactions, and keep the identity of all else", () => {
    const pages = [pageOf([messageOf(1)]), pageOf([messageOf(2), messageOf(3)])];
    const after = applyToPages(pages, edited(11, { ...messageOf(3), body: "Better" }), room);
    expect(after[1]?.messages[1]).toMatchObject({ body: "Better" });
    expect(after[0]).toBe(pages[0]);
    expect(after[1]?.messages[0]).toBe(pages[1]?.messages[0]);

    const once = applyToPages(pages, reacted(11, "m2"), room);
    const both = applyToPages(once, reacted(12, "m2", { userId: "me" }), room);
    expect(both[1]?.messages[0]?.reactions).toEqual([{ emoji: "👍", userIds: ["you", "me"] }]);
    const again = applyToPages(both, reacted(13, "m2"), room);
    expect(again[1]?.messages[0]?.reactions).toEqual(both[1]?.messages[0]?.reactions);
    const mine = applyToPages(both, reacted(13, "m2", { on: false }), room);
    const none = applyToPages(mine, reacted(14, "m2", { on: false, userId: "me" }), room);
    expect(none[1]?.messages[0]?.reactions).toEqual([]);
  });

  it("do not change by an event that they hold already", () => {
    const pages = [pageOf([messageOf(1)], { asOf: 11 })];
    expect(applyToPages(pages, created(messageOf(11)), room)).toBe(pages);
    expect(applyToPages(pages, reacted(11, "m1"), room)).toBe(pages);
    expect(applyToPages(pages, deleted(11, messageOf(1)), room)).toBe(pages);
  });
});

/** A step of someone in the room, of the network, or of a reader. */
type Step =
  | {
      kind: "say" | "reply" | "edit" | "delete" | "hear" | "loadOlder" | "reload";
      pick: number;
      who: number;
    }
  | { kind: "react"; pick: number; who: number; on: boolean; emoji: string };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: plain("say", "reply", "hear") },
  { weight: 3, arbitrary: plain("edit", "delete", "loadOlder", "reload") },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("react"),
      pick: fc.nat(30),
      who: fc.nat(2),
      on: fc.boolean(),
      emoji: fc.constantFrom("👍", "🎉"),
    }),
  },
);

function plain(...kinds: Exclude<Step["kind"], "react">[]) {
  return fc.record({ kind: fc.constantFrom(...kinds), pick: fc.nat(30), who: fc.nat(2) });
}

describe("[RT12] pages, loaded whenever", () => {
  it("and the events after them are the history", { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), async (steps) => {
        await using chat = await openChat();
        for (const next of steps) await chat.take(next);
        for (const { read, pages } of await chat.settle()) {
          expect(pages.flatMap(({ messages }) => messages)).toEqual(await read());
        }
      }),
      { numRuns: 40 },
    );
  });
});

/** A room with a reader of it, who hears of events later than they happen. */
async function openChat() {
  const folder = mkdtempSync(join(tmpdir(), "snug-pages-"));
  const team = await openTeam(async () => {
    const store = openSqliteStore({ file: join(folder, "snug.sqlite") });
    return { store, reopen: async () => store };
  });
  const { store, ann, bob, cat, lobby } = team;
  const root = await team.say(ann, "Root");
  const authors = [ann, bob, cat];
  const messageIds = [root.id];
  let heard = (await store.logState()).head;
  const readers = [
    await openReader(team, { roomId: lobby }),
    await openReader(team, { rootId: root.id }),
  ];

  async function hear(count: number): Promise<void> {
    for (const { event } of await store.eventsAfter(heard, count)) {
      heard = event.seq;
      for (const reader of readers) reader.pages = applyToPages(reader.pages, event, reader.scope);
    }
  }

  return {
    async take(next: Step): Promise<void> {
      const author = authors[next.who] ?? ann;
      const messageId = messageIds[next.pick % messageIds.length] ?? root.id;
      const message = await store.message(author.id, messageId);
      switch (next.kind) {
        case "say":
          messageIds.push((await team.say(author, `Said ${next.pick}`)).id);
          break;
        case "reply":
          if (message === null || message.threadRootId !== null) return;
          await team
            .say(author, `Answered ${next.pick}`, { threadRootId: messageId })
            .then(({ id }) => messageIds.push(id), refused);
          break;
        case "edit":
          await store.editMessage(author.id, messageId, `Edited ${next.pick}`).catch(refused);
          break;
        case "delete":
          await store.deleteMessage(author.id, messageId).catch(refused);
          break;
        case "react":
          await store.setReaction(author.id, messageId, next.emoji, next.on).catch(refused);
          break;
        case "hear":
          await hear(next.pick);
          break;
        case "loadOlder":
          for (const reader of readers) await reader.loadOlder();
          break;
        case "reload":
          for (const reader of readers) await reader.reload();
      }
    },
    async settle() {
      for (const reader of readers) while (await reader.loadOlder());
      await hear(1000);
      return readers;
    },
    async [Symbol.asyncDispose]() {
      await store[Symbol.asyncDispose]();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function openReader({ store }: Team, scope: HistoryScope) {
  const load = (position: HistoryPosition | null, limit: number) =>
    "roomId" in scope
      ? store.history(scope.roomId, position, limit)
      : store.thread(scope.rootId, position, limit);
  const reader = {
    scope,
    pages: [await load(null, 2)],
    /** What it reads may be ahead of what it has heard of. */
    async reload(): Promise<void> {
      reader.pages = [await load(null, 2)];
    },
    async loadOlder(): Promise<boolean> {
      const older: HistoryPage["older"] = reader.pages[0]?.older ?? null;
      if (older !== null) reader.pages = [await load(older, 2), ...reader.pages];
      return older !== null;
    },
    read: async () => (await load(null, 1000)).messages,
  };
  return reader;
}

/** What is gone, or not theirs, may not be changed: no step then. */
function refused(): void {}
