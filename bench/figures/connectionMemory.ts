import { setTimeout as delay } from "node:timers/promises";

import type { StartChat } from "../chats/chat.ts";
import { startSocketio, startTrpcStock, startWsOnce } from "../chats/peers.ts";
import { startSnug } from "../chats/snug.ts";
import type { Figure, Measure } from "./figure.ts";

export const connectionMemory: Figure = {
  name: "connection.memory",
  title: "Memory per idle listener",
  unit: "KB",
  better: "lower",
  method:
    "5,000 sockets that listen to a quiet room (Snug: 5,000 people, each signed in). What the server's " +
    "resident memory grows by while they come, divided by their number; 1,000 came before, to fill what the " +
    "process held and did not use. Both times two seconds later and after a garbage collection, as an idle process comes to by itself. Three " +
    "rounds at most, since it hardly varies.",
  goal: { value: 15 },
  rounds: 3,
  contenders: {
    snug: perListener(startSnug),
    "ws-once": perListener(startWsOnce),
    socketio: perListener(startSocketio),
    "trpc-stock": perListener(startTrpcStock),
  },
};

const settleMs = 2000;

function perListener(start: StartChat): Measure {
  return async ({ quick }) => {
    const first = quick ? 20 : 1000;
    const count = quick ? 100 : 5000;
    await using chat = await start(first + count);
    const hear = () => {
      throw new Error("Nobody said anything.");
    };
    await chat.listen({ count: first, hear });
    await delay(settleMs);
    const before = await chat.server.usage({ collected: true });
    await chat.listen({ from: first, count, hear });
    await delay(settleMs);
    const uncollected = await chat.server.usage();
    const after = await chat.server.usage({ collected: true });
    const kilobytes = (bytes: number) => bytes / 1024 / count;
    return {
      value: kilobytes(after.residentBytes - before.residentBytes),
      facts: {
        "before the collection, KB": kilobytes(uncollected.residentBytes - before.residentBytes),
        "in V8's heap and its buffers, KB": kilobytes(after.heldBytes - before.heldBytes),
      },
    };
  };
}
