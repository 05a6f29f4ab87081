import { setTimeout as delay } from "node:timers/promises";

import type { StartChat } from "../chats/chat.ts";
import { startWsOnce } from "../chats/peers.ts";
import { startSnug } from "../chats/snug.ts";
import { busyDuring, inRoomOf } from "./fanout.ts";
import type { Room } from "./fanout.ts";
import type { Figure, Measure } from "./figure.ts";

export const fanoutRate: Figure = {
  name: "fanout.rate",
  title: "Deliveries per second at saturation",
  unit: "1/s",
  better: "higher",
  method:
    "1,000 listeners and 8 messages outstanding: the next one is said as soon as everyone has heard the " +
    "oldest. Deliveries during 5 seconds, after 2 seconds to warm up.",
  goal: { ratios: { "ws-once": 1.3 } },
  contenders: { snug: saturated(startSnug), "ws-once": saturated(startWsOnce) },
};

const outstanding = 8;

function saturated(start: StartChat): Measure {
  return ({ quick }) =>
    inRoomOf(start, quick ? 30 : 1000, async (room) => {
      const { crowd, chat } = room;
      const stop = new AbortController();
      const talking = Promise.all(
        Array.from({ length: outstanding }, (_, speaker) => talk(room, speaker, stop.signal)),
      );
      // Whoever cannot speak ends the wait, too.
      const during = (ms: number) => Promise.race([delay(ms), talking.then(() => undefined)]);
      await during(quick ? 200 : 2000);
      let delivered = 0;
      const { seconds, busy } = await busyDuring(chat.server, async () => {
        const before = crowd.deliveries;
        await during(quick ? 500 : 5000);
        delivered = crowd.deliveries - before;
      });
      stop.abort();
      await talking;
      return { value: delivered / seconds, facts: busy };
    });
}

/** One of the outstanding messages after the other. */
async function talk(room: Room, speaker: number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const number = room.said++;
    await Promise.all([room.chat.say([number], speaker), room.crowd.everyoneHas(number + 1)]);
  }
}
