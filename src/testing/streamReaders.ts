import { LiveFeed } from "../server/realtime/feed.ts";
import { createMemoryBus } from "../server/realtime/memory/bus.ts";
import type { Viewer } from "../server/realtime/port.ts";
import type { RealtimeOptions } from "../server/realtime/realtime.ts";
import { createRealtime } from "../server/realtime/realtime.ts";
import type { StreamItem } from "../shared/events.ts";
import { MemoryLog } from "./memoryLog.ts";

export const ann: Viewer = { userId: "ann", sessionId: "phone" };

type Item = { cursor: string; item: StreamItem };

/** Streams with small pages and inboxes over a log in memory that begins with these events. */
export async function startStreams(...events: Parameters<MemoryLog["commit"]>) {
  const log = new MemoryLog();
  log.commit(...events);
  const options: RealtimeOptions = {
    store: log,
    bus: createMemoryBus(),
    log: { error: () => {}, warn: () => {} },
    streams: { page: 4, inbox: { items: 20, size: 1_000_000 } },
  };
  const realtime = await createRealtime(options);
  return {
    log,
    read: (cursor: string, viewer = ann) => read(realtime, cursor, viewer),
    [Symbol.asyncDispose]: () => realtime[Symbol.asyncDispose](),
  };
}

function read(
  realtime: Awaited<ReturnType<typeof createRealtime>>,
  cursor: string,
  viewer: Viewer,
) {
  const leaving = new AbortController();
  const feed = realtime.stream(viewer, cursor, leaving.signal);
  const stream = feed[Symbol.asyncIterator]();

  /** The next `count` items, or all until the end. */
  async function takeItems(count: number): Promise<Item[]> {
    const items: Item[] = [];
    while (items.length < count) {
      const next: IteratorResult<Item, void> = await stream.next();
      if (next.done) break;
      items.push(next.value);
    }
    return items;
  }

  /** From now on, the numbers of what comes live. */
  function tap(): number[] {
    const seqs: number[] = [];
    if (feed instanceof LiveFeed) feed.tap(({ seq }) => seqs.push(seq));
    return seqs;
  }

  return {
    takeItems,
    tap,
    take: async (count: number) =>
      (await takeItems(count)).map(({ item }) => ("seq" in item ? item.seq : item.type)),
    leave: () => leaving.abort(),
    async [Symbol.asyncDispose]() {
      leaving.abort();
      await stream.return?.();
    },
  };
}

/** Lets everything go on that waits for nothing from outside. */
export function settleAll(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
