import type { Log, Statuses } from "../store/port.ts";
import type { Bus } from "./bus.ts";
import { Connections } from "./connections.ts";
import { Hub } from "./hub.ts";
import type { Logger } from "./logTail.ts";
import { LogTail } from "./logTail.ts";
import type { Realtime } from "./port.ts";
import type { PresenceTimes } from "./presence.ts";
import { LivePresence, presenceTimes } from "./presence.ts";
import type { StreamLimits } from "./stream.ts";
import { openStream } from "./stream.ts";

export interface RealtimeOptions {
  store: Log & Pick<Statuses, "chosenPresence">;
  bus: Bus;
  log: Logger;
  /** How often the log is looked at for what other processes wrote to it. */
  pollMs?: number;
  times?: Partial<PresenceTimes>;
  streams?: Partial<StreamLimits>;
}

/** The live side, and for the socket handler what hangs on each session. */
export interface LiveSide extends Realtime {
  connections: Connections;
}

const streamLimits: StreamLimits = { page: 200, inbox: { items: 1_000, size: 1024 * 1024 } };

/** Reads where the log stands and follows it from there, until it is disposed of. */
export async function createRealtime(options: RealtimeOptions): Promise<LiveSide> {
  const { store, bus } = options;
  const connections = new Connections();
  const hub = new Hub(connections);
  const times = { ...presenceTimes, ...options.times };
  const presence = new LivePresence({ hub, bus, connections, times });
  const tail = new LogTail({
    log: store,
    hub,
    logger: options.log,
    pollMs: options.pollMs ?? 250,
  });
  await tail.start();
  presence.begin(await store.chosenPresence());
  const sources = { hub, log: store, connections, limits: { ...streamLimits, ...options.streams } };
  return {
    connections,
    presence,
    stream: (viewer, cursor, signal) => openStream(sources, { viewer, cursor, signal }),
    async [Symbol.asyncDispose]() {
      await tail[Symbol.asyncDispose]();
      connections.restartAll();
      await presence[Symbol.asyncDispose]();
    },
  };
}
