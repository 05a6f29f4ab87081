import { describe, expect, it } from "vitest";

import type { LogEvent } from "../../shared/events.ts";
import { created, edited, messageOf, pageOf, snapshotOf } from "../chatEvents.ts";
import type { Account } from "./check.ts";
import { differences } from "./check.ts";
import type { Truth } from "./truth.ts";

describe("the comparison at the end", () => {
  it("finds nothing in a house in order", () => {
    const { truth, account } = house();
    expect(differences(truth, [account])).toEqual([]);
  });

  it.each<[sentence: string, spoil: (house: House) => void]>([
    ["The database is damaged", ({ truth }) => truth.damage.push("row 3 missing")],
    ["The log has seq 3 in place 2", ({ truth }) => truth.events.splice(1, 1)],
    ["c1 was written at 1 and again at 4", ({ truth }) => truth.events.push(again(4, "c1"))],
    ["Nobody said message c4 at 4", ({ truth }) => truth.events.push(again(4, "c4"))],
    ["The log and the tables differ in room r1", ({ truth }) => rowsOf(truth).pop()],
    ["c9 of you was said, and is not there", ({ said }) => said.push(saying("c9"))],
    [
      "c9 of you was acknowledged at 9, and is not there",
      ({ said, acknowledged }) => {
        said.push(saying("c9"));
        acknowledged.set("c9", messageOf(9));
      },
    ],
    [
      "c1 of you was acknowledged at 3, and is at 1",
      ({ acknowledged }) => acknowledged.set("c1", messageOf(3)),
    ],
    ["c1 of you was refused, and is there", ({ refused }) => refused.add("c1")],
    ["c1 of you was never sent", ({ unsent }) => unsent.add("c1")],
    ["What you said at 1 stands before 2", ({ said }) => said.unshift(...said.splice(1))],
    ["The snapshot of you has another cursor", ({ account }) => (account.snapshot = snapshotOf())],
    ["you has no snapshot", ({ account }) => (account.snapshot = null)],
    ["you has no view of room r1", ({ account }) => (account.seen = [])],
    [
      "The view that you has of room r1, first in place 1 (1 of 2)",
      ({ account }) => (account.seen = [seen([messageOf(1)])]),
    ],
    [
      "The view that you has of room r1, first in place 0 (2 of 2)",
      ({ account }) => (account.seen = [seen([messageOf(2), messageOf(1)])]),
    ],
    [
      "The view that you has of room r1, by",
      ({ account }) => (account.seen = [seen([messageOf(1), second, second])]),
    ],
    [
      "does not reach the end",
      ({ account }) => (account.seen = [seen([messageOf(1), second], { newer: { after: 2 } })]),
    ],
    [
      "room r2 is there, though they are not in the room",
      ({ account }) =>
        (account.seen = [...account.seen, { scope: { roomId: "r2" }, pages: [pageOf([])] }]),
    ],
    [
      "you heard message.created at 3 of room r2 that they had left",
      ({ account }) => (account.foreign = [created(messageOf(3, { roomId: "r2" }))]),
    ],
  ])("finds: %s", (sentence, spoil) => {
    const spoilt = house();
    spoil(spoilt);
    expect(differences(spoilt.truth, [spoilt.account]).join("\n")).toContain(sentence);
  });

  it("[RT7] lets a replay tell what was said before one came back", () => {
    const { truth, account } = house();
    account.foreign = [created(messageOf(3, { roomId: "r2" }))];
    truth.arrivals.push({ userId: "you", roomId: "r2", seq: 4 });
    expect(differences(truth, [account])).toEqual([]);
  });
});

type House = ReturnType<typeof house>;

/** `you` said two things in `r1`, and edited the second. */
function house() {
  const snapshot = { ...snapshotOf(), cursor: "epoch:3" };
  const said = [saying("c1"), saying("c2")];
  const acknowledged = new Map([["c1", messageOf(1)]]);
  const [refused, unsent] = [new Set<string>(), new Set<string>()];
  const rows = [messageOf(1), second];
  const events: LogEvent[] = [created(messageOf(1)), created(messageOf(2)), edited(3, second)];
  const truth: Truth = {
    events,
    timelines: new Map([["r1", [...rows]]]),
    threads: new Map(),
    arrivals: [],
    snapshots: new Map([["you", snapshot]]),
    damage: [],
  };
  const account: Account = {
    userId: "you",
    said,
    acknowledged,
    refused,
    unsent,
    snapshot,
    seen: [seen(rows)],
    foreign: [],
  };
  return { truth, account, said, acknowledged, refused, unsent };
}

const second = edited(3, messageOf(2, { body: "Better" })).message;

function saying(clientId: string) {
  return { clientId, roomId: "r1" };
}

function again(seq: number, clientId: string): LogEvent {
  return created(messageOf(seq, { clientId }));
}

function rowsOf({ timelines }: Truth) {
  return timelines.get("r1") ?? [];
}

function seen(messages: ReturnType<typeof messageOf>[], rest = {}) {
  return { scope: { roomId: "r1" }, pages: [pageOf(messages, rest)] };
}
