import { describe, expect, it } from "vitest";
import type { OutboxEntry } from "../client/index.ts";
import type { Message } from "../shared/messages.ts";
import { messageOf, pageOf } from "../testing/chatEvents.ts";
import type { TimelineParts } from "./timelineItems.ts";
import { timelineItems } from "./timelineItems.ts";

function entryOf(clientId: string, rest: Partial<OutboxEntry> = {}): OutboxEntry {
  return {
    clientId,
    roomId: "r1",
    threadRootId: null,
    quotedId: null,
    body: `Body of ${clientId}`,
    attachments: [],
    createdAt: "2026-01-01T00:00:00.000Z",
    status: "pending",
    error: null,
    ...rest,
  };
}

function mine(seq: number, clientId: string, rest: Partial<Message> = {}): Message {
  return messageOf(seq, { authorId: "me", clientId, ...rest });
}

function itemsOf(parts: Partial<TimelineParts>) {
  return timelineItems({
    scope: { roomId: "r1" },
    pages: [pageOf([messageOf(5)])],
    entries: [],
    acknowledged: [],
    myId: "me",
    ...parts,
  });
}

const keysOf = (parts: Partial<TimelineParts>) => itemsOf(parts).map(({ key }) => key);

describe("[RT13] a timeline", () => {
  it("ends with what is on its way, in the order of sending", () => {
    const entries = [entryOf("a"), entryOf("b", { status: "failed" })];
    const items = itemsOf({ entries });
    expect(items.map(({ key, outbox }) => [key, outbox?.status])).toEqual([
      ["m5", undefined],
      ["a", "pending"],
      ["b", "failed"],
    ]);
    expect(items[1]?.message).toMatchObject({ id: "a", authorId: "me", body: "Body of a", seq: 0 });
  });

  it("keeps key and place of a message from pending through its ack to its event", () => {
    const pending = [entryOf("a"), entryOf("b")];
    expect(keysOf({ entries: pending })).toEqual(["m5", "a", "b"]);
    const acknowledged = [mine(11, "a")];
    const entries = pending.slice(1);
    expect(keysOf({ entries, acknowledged })).toEqual(["m5", "a", "b"]);
    const pages = [pageOf([messageOf(5), mine(11, "a")], { asOf: 11 })];
    expect(keysOf({ entries, acknowledged, pages })).toEqual(["m5", "a", "b"]);
    // The event may also come before the outbox has heard of it.
    expect(keysOf({ entries: pending, pages })).toEqual(["m5", "a", "b"]);
  });

  it("lets what others said meanwhile stand above what is not acknowledged", () => {
    const pages = [pageOf([messageOf(5), messageOf(11)], { asOf: 11 })];
    const acknowledged = [mine(12, "a")];
    expect(keysOf({ pages, acknowledged, entries: [entryOf("b")] })).toEqual([
      "m5",
      "m11",
      "a",
      "b",
    ]);
  });

  it("does not bring back what was deleted after its ack", () => {
    const pages = [pageOf([messageOf(5)], { asOf: 12 })];
    expect(keysOf({ pages, acknowledged: [mine(11, "a")] })).toEqual(["m5"]);
  });

  it("shows what is on its way at its end only, and in its own room or thread", () => {
    const gap = [pageOf([messageOf(5)], { newer: { after: 5 } })];
    const entries = [entryOf("a"), entryOf("b", { threadRootId: "m5" })];
    const acknowledged = [mine(11, "c", { roomId: "r2" }), mine(12, "d", { threadRootId: "m5" })];
    expect(keysOf({ pages: gap, entries, acknowledged })).toEqual(["m5"]);
    expect(keysOf({ entries, acknowledged })).toEqual(["m5", "a"]);
    const pages = [pageOf([])];
    const scope = { rootId: "m5" };
    expect(keysOf({ scope, pages, entries, acknowledged })).toEqual(["d", "b"]);
  });

  it("gives the same object for the same message and entry, and does not trust others' client ids", () => {
    const parts = { entries: [entryOf("a")], pages: [pageOf([messageOf(5), mine(6, "b")])] };
    const again = itemsOf(parts);
    for (const [index, item] of itemsOf(parts).entries()) expect(item).toBe(again[index]);
    const copied = pageOf([mine(6, "b"), messageOf(7, { clientId: "b" })]);
    expect(keysOf({ pages: [copied] })).toEqual(["b", "m7"]);
  });
});
