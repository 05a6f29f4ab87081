import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openSqliteStore } from "../server/store/sqlite/index.ts";
import type { Snapshot } from "../shared/events.ts";
import { logEventSchema } from "../shared/events.ts";
import type { Message, ThreadSummary } from "../shared/messages.ts";
import type { JoinedRoom } from "../shared/rooms.ts";
import type { Store } from "../server/store/port.ts";
import type { Deed } from "./randomDeeds.ts";
import { act, anyDeed } from "./randomDeeds.ts";
import { RandomTeam } from "./randomTeam.ts";
import { readAfresh, readAll, StoreReader } from "./storeReader.ts";

/** What a reader does between deeds; `open` stands for an old point from which it will have to come back. */
type Step =
  | { kind: "deeds"; deeds: Deed[] }
  | { kind: "open"; who: number }
  | { kind: "look"; reader: number; room: number; where: number; limit: number }
  | { kind: "catchUp"; reader: number; limit: number };

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    // Several at once go into one transaction.
    arbitrary: fc.record({
      kind: fc.constant("deeds"),
      deeds: fc.array(anyDeed, { minLength: 1, maxLength: 3 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("open"), who: fc.nat(60) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("look"),
      reader: fc.nat(60),
      room: fc.nat(60),
      where: fc.nat(60),
      limit: fc.integer({ min: 1, max: 6 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("catchUp"),
      reader: fc.nat(60),
      limit: fc.integer({ min: 1, max: 20 }),
    }),
  },
);

/** Thousands of writes, none of which has to outlive the test: each would wait for the disk. */
const file = ":memory:";

/** A slow machine tries less, and a failure is shown before it is as small as it can be. */
const patience = { interruptAfterTimeLimit: 40_000 };

/** Every type of event at least once, whatever chance brings after it. */
const tour: Step[] = [
  deed("send", { who: 1, what: 0 }),
  deed("edit", { what: 8 }),
  deed("react", { who: 2, flag: true }),
  deed("takeBackReaction", { who: 2 }),
  deed("pin", { who: 2, flag: true }),
  deed("pin", { who: 3 }),
  deed("save", { who: 2, flag: true }),
  deed("save", { who: 2 }),
  deed("addEmoji", { who: 2, what: 1 }),
  deed("removeEmoji", { what: 1 }),
  deed("reply", { who: 2, what: 1 }),
  deed("saveDraft", { who: 1, what: 1 }),
  deed("command", { who: 1, flag: true }),
  deed("followThread", { who: 3, flag: true }),
  deed("markRead", { who: 3, what: 3 }),
  deed("delete", { who: 1 }),
  deed("setPreferences", { who: 1, what: 1, flag: true }),
  deed("setMemberRole", { who: 1, flag: true }),
  deed("updateRoom", { what: 1, flag: true }),
  deed("addMembers", { who: 3, where: 1, what: 3 }),
  deed("removeMember", { who: 3, where: 1, flag: true }),
  deed("updateProfile", { who: 1, what: 1, flag: true }),
  deed("setPresence", { who: 1 }),
  deed("updateWorkspace", { what: 1, flag: true }),
  deed("signInAndOut", { who: 1, flag: true }),
];

describe("whatever happens", () => {
  const seenTypes = new Set<string>();

  it("[RT12] an old snapshot and old pages plus their events equal fresh ones", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 20, maxLength: 60 }), async (steps) => {
        await using store = openSqliteStore({ file });
        const team = new RandomTeam(store);
        await team.setUp();
        const readers = await run(team, steps);
        for (const reader of readers) {
          await reader.catchUp(7);
          expect(inOrder(reader.snapshot)).toEqual(inOrder(await store.snapshot(reader.userId)));
          for (const view of reader.views) {
            const held = view.pages.flatMap(({ messages }) => messages);
            expect(held).toEqual(await readAfresh(store, view));
          }
        }
        for (const { event } of await store.eventsAfter(0, 10_000)) {
          expect(logEventSchema.parse(event)).toEqual(event);
          seenTypes.add(event.type);
        }
      }),
      { numRuns: 40, ...patience, examples: [[tour]] },
    );
  }, 60_000);

  it("[RT12] every type of event happens", () => {
    // Else the property would hold for what it never tried.
    const types = logEventSchema.options.map(({ shape }) => shape.type.value);
    expect([...seenTypes].toSorted()).toEqual(types.toSorted());
  });

  it("counts are what counting gives", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyDeed, { minLength: 30, maxLength: 90 }), async (deeds) => {
        await using store = openSqliteStore({ file });
        const team = new RandomTeam(store);
        await team.setUp();
        for (const deed of deeds) await act(team, deed);
        for (const userId of team.userIds) {
          for (const room of (await store.snapshot(userId)).rooms) {
            expect(countsOf(room)).toEqual(await counted(store, userId, room));
          }
        }
      }),
      { numRuns: 25, ...patience },
    );
  }, 60_000);
});

function deed(kind: Deed["kind"], choices: Partial<Deed>): Step {
  return { kind: "deeds", deeds: [{ who: 0, where: 0, what: 0, flag: false, ...choices, kind }] };
}

async function run(team: RandomTeam, steps: readonly Step[]): Promise<StoreReader[]> {
  const readers: StoreReader[] = [];
  for (const userId of team.userIds) readers.push(await StoreReader.open(team.store, userId));
  const nth = (n: number) => readers[n % readers.length];
  for (const step of steps) {
    if (step.kind === "deeds") await Promise.all(step.deeds.map((deed) => act(team, deed)));
    else if (step.kind === "open") {
      readers.push(await StoreReader.open(team.store, team.user(step.who)));
    } else if (step.kind === "look") {
      await nth(step.reader)?.look(step.room, step.where, step.limit);
    } else await nth(step.reader)?.catchUp(step.limit);
  }
  return readers;
}

function inOrder(snapshot: Snapshot): Snapshot {
  const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);
  return {
    ...snapshot,
    users: snapshot.users.toSorted(byId),
    rooms: snapshot.rooms.toSorted(byId),
  };
}

function countsOf({ membership, memberCount }: JoinedRoom) {
  const { unreadCount, mentionCount } = membership;
  return { unreadCount, mentionCount, memberCount, threads: true };
}

/** The same from everything that can be read of the room, counted the slow way. */
async function counted(store: Store, userId: string, room: JoinedRoom) {
  const timeline = await readAll((position) => store.history(room.id, position, 100));
  const all: Message[] = [...timeline];
  const threads: boolean[] = [];
  for (const root of timeline) {
    const replies = await readAll((position) => store.thread(root.id, position, 100));
    all.push(...replies);
    threads.push(isDeepStrictEqual(root.thread, summaryOf(replies)));
  }
  const unread = ({ seq, deletedAt }: Message) =>
    seq > room.membership.readSeq && deletedAt === null;
  const forOne = ({ authorId, mentions }: Message) =>
    authorId !== userId && (mentions.room || mentions.userIds.includes(userId));
  return {
    unreadCount: timeline.filter(unread).length,
    mentionCount: all.filter(unread).filter(forOne).length,
    memberCount: (await store.members(room.id)).length,
    threads: threads.every(Boolean),
  };
}

function summaryOf(replies: readonly Message[]): ThreadSummary | null {
  const last = replies.at(-1);
  if (!last) return null;
  const recent = new Set(replies.map(({ authorId }) => authorId).toReversed());
  const userIds = [...recent].slice(0, 5);
  return { replyCount: replies.length, lastReplyAt: last.createdAt, userIds };
}
