import { describe, expect, it } from "vitest";
import type { HistoryPage, HistoryPosition, Message } from "../../../shared/messages.ts";
import { historyPageSchema } from "../../../shared/messages.ts";
import type { Store } from "../port.ts";
import type { Open, Team } from "./team.ts";
import { openTeam } from "./team.ts";
import { createRoom } from "./rooms.ts";

export function describeHistory(open: Open): void {
  describe("history", () => {
    it("is the newest page first, ascending, true at the head", async () => {
      const room = await openRoom(open, 5);
      const page = await room.at(null, 3);
      expect(historyPageSchema.parse(page)).toEqual(page);
      expect(bodies(page)).toEqual(["3", "4", "5"]);
      expect(page.older).toEqual({ before: room.seqOf(3) });
      expect(page.newer).toBeNull();
      expect(page.asOf).toBe((await room.store.logState()).head);
    });

    it.each([1, 2, 3, 4, 5, 6, 7])(
      "reads all there is, both ways, by pages of %i",
      async (limit) => {
        const room = await openRoom(open, 6);
        expect(await walk(room, null, { towards: "older", limit })).toEqual(numbers(1, 6));
        expect(await walk(room, { after: 0 }, { towards: "newer", limit })).toEqual(numbers(1, 6));
      },
    );

    it("excludes the position before and after which it reads", async () => {
      const room = await openRoom(open, 5);
      expect(bodies(await room.at({ before: room.seqOf(3) }, 10))).toEqual(["1", "2"]);
      expect(bodies(await room.at({ after: room.seqOf(3) }, 10))).toEqual(["4", "5"]);
    });

    it.each([2, 3, 4, 10])(
      "has the message around which it reads, in pages of %i",
      async (limit) => {
        const room = await openRoom(open, 9);
        for (let n = 1; n <= 9; n += 1) {
          const page = await room.at({ around: room.seqOf(n) }, limit);
          expect(page.messages).toHaveLength(Math.min(limit, 9));
          expect(bodies(page)).toContain(String(n));
          expect(bodies(page)).toContain(String(Math.min(9, n + 1)));
          expect(page.older === null).toBe(bodies(page)[0] === "1");
          expect(page.newer === null).toBe(bodies(page).at(-1) === "9");
        }
      },
    );

    it("reads around a seq that is no message, such as a read mark", async () => {
      const room = await openRoom(open, 4);
      expect(bodies(await room.at({ around: 0 }, 2))).toEqual(["1", "2"]);
      expect(bodies(await room.at({ around: 99_999 }, 2))).toEqual(["3", "4"]);
      await room.store.deleteMessage(room.ann.id, room.idOf(2));
      expect(bodies(await room.at({ around: room.seqOf(2) }, 2))).toEqual(["1", "3"]);
    });

    it("has ends that lead back in when a position is past them", async () => {
      const room = await openRoom(open, 2);
      expect(await room.at({ before: room.seqOf(1) }, 5)).toMatchObject({
        messages: [],
        older: null,
        newer: { after: room.seqOf(1) - 1 },
      });
      expect(await room.at({ after: 99_999 }, 5)).toMatchObject({
        messages: [],
        older: { before: 100_000 },
        newer: null,
      });
      expect(await room.at({ before: 0 }, 5)).toMatchObject({
        messages: [],
        newer: { after: 0 },
      });
    });

    it("is empty in an empty room, from wherever one looks", async () => {
      const room = await openRoom(open, 0);
      const positions = [null, { before: 9 }, { after: 0 }, { around: 5 }];
      for (const position of positions) {
        expect(await room.at(position, 5)).toMatchObject({
          messages: [],
          older: null,
          newer: null,
        });
      }
    });

    it("leaves out what was deleted", async () => {
      const room = await openRoom(open, 4);
      await room.store.deleteMessage(room.ann.id, room.idOf(1));
      await room.store.deleteMessage(room.ann.id, room.idOf(3));
      const page = await room.at(null, 2);
      expect(bodies(page)).toEqual(["2", "4"]);
      expect(page.older).toBeNull();
    });

    it("is as it was after a restart", async () => {
      const room = await openRoom(open, 3);
      const before = await room.at(null, 10);
      const reopened = await room.reopen();
      expect(await reopened.history(room.roomId, null, 10)).toEqual(before);
    });

    it("reads threads the same way", async () => {
      const { store, say, ann } = await openTeam(open);
      const root = await say(ann, "root");
      const replies: Message[] = [];
      for (const n of numbers(1, 5)) replies.push(await say(ann, n, { threadRootId: root.id }));
      const page = await store.thread(root.id, null, 2);
      expect(bodies(page)).toEqual(["4", "5"]);
      const older = await store.thread(root.id, page.older, 2);
      expect(bodies(older)).toEqual(["2", "3"]);
      expect(older.newer).toEqual({ after: replies[2]?.seq });
      expect(bodies(await store.thread(root.id, { around: replies[0]?.seq ?? 0 }, 3))).toEqual([
        "1",
        "2",
        "3",
      ]);
    });

    it("is entered at a date, by when things were written and not by where they stand", async () => {
      const { store, ann } = await openTeam(open);
      const { roomId } = await store.importRoom({
        key: "room",
        kind: "public",
        name: "Old",
        topic: "",
        createdBy: ann.id,
        createdAt: "2019-01-01T00:00:00.000Z",
        archived: false,
        userIds: [ann.id],
      });
      const old = { roomId, authorId: ann.id, authorName: null, editedAt: null };
      const rest = { threadRootKey: null, reactions: [], attachmentIds: [] };
      await store.importMessages([
        { ...old, ...rest, key: "1", body: "March", createdAt: "2019-03-01T09:00:00.000Z" },
        { ...old, ...rest, key: "2", body: "February", createdAt: "2019-02-01T09:00:00.000Z" },
      ]);
      const [march, february] = (await store.history(roomId, null, 9)).messages;
      const at = async (time: string) => (await store.firstMessageSince(roomId, time))?.messageId;
      expect(await at("2018-01-01T00:00:00.000Z")).toBe(february?.id);
      expect(await at("2019-02-01T09:00:00.000Z")).toBe(february?.id);
      expect(await at("2019-02-01T09:00:00.001Z")).toBe(march?.id);
      expect(await at("2019-03-02T00:00:00.000Z")).toBeUndefined();
      await store.deleteMessage(ann.id, february?.id ?? "");
      expect(await at("2018-01-01T00:00:00.000Z")).toBe(march?.id);
    });
  });
}

interface FilledRoom extends Team {
  roomId: string;
  at: (position: HistoryPosition | null, limit: number) => ReturnType<Store["history"]>;
  seqOf: (n: number) => number;
  idOf: (n: number) => string;
}

/** A room with the messages 1 to `count`, and others and replies in between that do not belong. */
async function openRoom(open: Open, count: number): Promise<FilledRoom> {
  const team = await openTeam(open);
  const { store, say, ann } = team;
  const { id: roomId } = await createRoom(team);
  const messages: Message[] = [];
  for (const n of numbers(1, count)) {
    const message = await say(ann, n, { roomId });
    messages.push(message);
    await say(ann, `elsewhere ${n}`);
    if (Number(n) > 3) await say(ann, `reply ${n}`, { roomId, threadRootId: message.id });
  }
  const nth = (n: number) => {
    const message = messages[n - 1];
    if (!message) throw new Error(`There is no message ${n}.`);
    return message;
  };
  return {
    ...team,
    roomId,
    at: (position, limit) => store.history(roomId, position, limit),
    seqOf: (n) => nth(n).seq,
    idOf: (n) => nth(n).id,
  };
}

/** Everything from a position on, by following the pages' own links. */
async function walk(
  room: FilledRoom,
  from: HistoryPosition | null,
  { towards, limit }: { towards: "older" | "newer"; limit: number },
): Promise<string[]> {
  const all: string[] = [];
  let page = await room.at(from, limit);
  for (;;) {
    expect(page.messages.length).toBeLessThanOrEqual(limit);
    if (towards === "older") all.unshift(...bodies(page));
    else all.push(...bodies(page));
    const next = page[towards];
    if (next === null) return all;
    page = await room.at(next, limit);
  }
}

function bodies(page: HistoryPage): string[] {
  return page.messages.map(({ body }) => body);
}

function numbers(from: number, to: number): string[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => String(from + index));
}
