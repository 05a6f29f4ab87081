import { setTimeout as delay } from "node:timers/promises";

import type { StartChat } from "../chats/chat.ts";
import { startWsOnce } from "../chats/peers.ts";
import { startSnug } from "../chats/snug.ts";
import { percentile } from "../report/statistics.ts";
import { inRoomOf, sayToAll } from "./fanout.ts";
import type { Figure, Measure } from "./figure.ts";

export const fanoutP99: Figure = {
  name: "fanout.p99",
  title: "From the post to the last of 1,000 listeners",
  unit: "ms",
  better: "lower",
  method:
    "1,000 listeners, 20 messages a second for 10 seconds, after 60 to warm up. From the moment at which " +
    "one is posted to that at which the last listener has it; the 99th percentile of the messages of " +
    "one round.",
  goal: { ratios: { "ws-once": 1.2 } },
  contenders: { snug: steady(startSnug), "ws-once": steady(startWsOnce) },
};

const intervalMs = 50;

function steady(start: StartChat): Measure {
  return ({ quick }) =>
    inRoomOf(start, quick ? 30 : 1000, async (room) => {
      const { chat, crowd } = room;
      const warmUp = quick ? 5 : 60;
      const messages = quick ? 10 : 200;
      for (let turn = 0; turn < warmUp; turn++) await sayToAll(room, 1);

      const postedAt: number[] = [];
      const answers: Promise<void>[] = [];
      const startedAt = performance.now();
      for (let turn = 0; turn < messages; turn++) {
        // By the clock, so that a late one does not delay those after it.
        await delay(Math.max(0, startedAt + turn * intervalMs - performance.now()));
        postedAt[room.said] = performance.now();
        answers.push(chat.say([room.said++]));
      }
      await Promise.all(answers);
      await crowd.everyoneHas(room.said);

      const latencies = crowd.heardByAllAt.slice(warmUp).map((heardAt, index) => {
        return heardAt - (postedAt[crowd.order[warmUp + index] ?? 0] ?? 0);
      });
      return {
        value: percentile(latencies, 99),
        facts: { "median, ms": percentile(latencies, 50) },
      };
    });
}
