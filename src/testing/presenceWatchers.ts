import { vi } from "vitest";

import { createMemoryBus } from "../server/realtime/memory/bus.ts";
import type { Realtime } from "../server/realtime/port.ts";
import { createRealtime } from "../server/realtime/realtime.ts";
import type { PresenceItem } from "../shared/presence.ts";
import { added } from "./logEvents.ts";
import { MemoryLog } from "./memoryLog.ts";

/** Presence on a log in memory, with people in rooms; for tests whose time is faked. */
export async function startPresence({
  bus = createMemoryBus(),
  rooms = {},
  log = new MemoryLog(),
}: {
  bus?: ReturnType<typeof createMemoryBus>;
  rooms?: Record<string, string[]>;
  log?: MemoryLog;
} = {}) {
  for (const [roomId, userIds] of Object.entries(rooms)) {
    log.commit(...userIds.map((userId) => added(userId, roomId)));
  }
  const realtime = await createRealtime({
    store: log,
    bus,
    log: { error: () => {}, warn: () => {} },
  });
  return {
    log,
    realtime,
    presence: realtime.presence,
    watch: (userId: string, deviceId = `desk-of-${userId}`) => watch(realtime, userId, deviceId),
    [Symbol.asyncDispose]: () => realtime[Symbol.asyncDispose](),
  };
}

function watch({ presence }: Realtime, userId: string, deviceId: string) {
  const leaving = new AbortController();
  const heard: PresenceItem[] = [];
  let failure: unknown = null;
  const viewer = { userId, sessionId: `session-of-${userId}` };
  async function listen(): Promise<void> {
    for await (const item of presence.watch(viewer, deviceId, leaving.signal)) heard.push(item);
  }
  listen().catch((error: unknown) => (failure = error));

  const changes = () =>
    heard.flatMap((item) => (item.type === "presence" ? [`${item.userId} ${item.presence}`] : []));
  return {
    heard,
    changes,
    changesOf: (id: string) =>
      changes().flatMap((change) =>
        change.startsWith(`${id} `) ? [change.slice(id.length + 1)] : [],
      ),
    typing: () =>
      heard.flatMap((item) =>
        item.type === "typing"
          ? [`${item.userId} ${item.typing ? "in" : "not in"} ${item.roomId}`]
          : [],
      ),
    error: () => failure,
    leave: () => leaving.abort(),
  };
}

/** Time, and everything that waits for nothing else. */
export async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
}
