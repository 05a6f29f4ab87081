import { createTRPCClient } from "@trpc/client";
import { observable } from "@trpc/server/observable";
import { expect, it } from "vitest";

import type { AppRouter } from "../server/router.ts";
import { messageOf } from "../testing/chatEvents.ts";
import type { OutboxEntry } from "./outboxEntry.ts";
import { OutboxSender } from "./outboxSender.ts";

it("sends what is said in the moment in which the last one settles", async () => {
  const entries: OutboxEntry[] = [];
  const sent = Promise.withResolvers<void>();
  const sender = new OutboxSender(answeringAtOnce(), () => () => {}, {
    rooms: () => new Set(["r1"]),
    next: () => entries[0],
    isStored: async () => true,
    settle: () => {
      entries.shift();
      void sayLater();
    },
    fail: (_clientId, error) => sent.reject(error),
  });
  // Each time some more turns later, over all of those that the sender takes to come to rest.
  let said = 0;
  async function sayLater(): Promise<void> {
    if (said === 20) return sent.resolve();
    for (let turn = 0; turn < said; turn++) await Promise.resolve();
    entries.push(entryOf(`c${said++}`));
    sender.kick("r1");
  }
  sender.resume();
  await sayLater();
  await sent.promise;
  expect(entries).toEqual([]);
});

/** A server that is as quick as can be. */
function answeringAtOnce() {
  return createTRPCClient<AppRouter>({
    links: [
      () => () =>
        observable((observer) => {
          observer.next({ result: { type: "data", data: messageOf(1) } });
          observer.complete();
        }),
    ],
  });
}

function entryOf(clientId: string): OutboxEntry {
  return {
    clientId,
    roomId: "r1",
    threadRootId: null,
    quotedId: null,
    body: "Hello",
    attachments: [],
    createdAt: "2026-01-01T00:00:00.000Z",
    status: "pending",
    error: null,
  };
}
