import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { Connections } from "./connections.ts";

const ann = { userId: "ann", sessionId: "phone" };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("the connections of a session", () => {
  it("[RT7] end with it, and those of other sessions do not", () => {
    const connections = new Connections();
    const ended = record();
    connections.track(ann, ended.by("phone socket"));
    connections.track(ann, ended.by("phone stream"));
    connections.track({ ...ann, sessionId: "laptop" }, ended.by("laptop"));
    connections.revokeSessions(["phone"]);
    expect(ended.all).toEqual(["phone socket revoked", "phone stream revoked"]);
  });

  it("[RT7] end with their user, on every device", () => {
    const connections = new Connections();
    const ended = record();
    connections.track(ann, ended.by("phone"));
    connections.track({ ...ann, sessionId: "laptop" }, ended.by("laptop"));
    connections.track({ userId: "bob", sessionId: "desk" }, ended.by("bob"));
    connections.revokeUser("ann");
    expect(ended.all).toEqual(["phone revoked", "laptop revoked"]);
  });

  it("[RT7] end at once when they come just after their session was revoked", () => {
    const connections = new Connections();
    const ended = record();
    connections.revokeSessions(["phone"]);
    connections.track(ann, ended.by("late"));
    expect(ended.all).toEqual(["late revoked"]);
  });

  it("are welcome again when their user is", () => {
    const connections = new Connections();
    const ended = record();
    connections.revokeUser("ann");
    connections.readmitUser("ann");
    connections.track(ann, ended.by("back"));
    expect(ended.all).toEqual([]);
  });

  it("are forgotten when they end by themselves", () => {
    const connections = new Connections();
    const ended = record();
    connections.track(ann, ended.by("gone"))();
    connections.revokeSessions(["phone"]);
    connections.restartAll();
    expect(ended.all).toEqual([]);
  });

  it("are remembered as revoked for a while and not for ever", () => {
    const connections = new Connections();
    const ended = record();
    connections.revokeSessions(["phone"]);
    vi.advanceTimersByTime(61_000);
    connections.revokeSessions(["other"]);
    connections.track(ann, ended.by("phone"));
    expect(ended.all).toEqual([]);
  });
});

function record() {
  const all: string[] = [];
  return { all, by: (name: string) => (reason: string) => void all.push(`${name} ${reason}`) };
}
