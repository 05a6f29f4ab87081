import type { LogEvent } from "../shared/events.ts";
import type { Emitter } from "./emitter.ts";
import type { ClientEvents } from "./snugClient.ts";

/** Log events from now on, whenever they are asked for, until `signal` aborts. */
export function eventQueue(
  emitter: Emitter<ClientEvents>,
  signal: AbortSignal,
): AsyncGenerator<LogEvent, void, void> {
  const waiting: LogEvent[] = [];
  let wake = () => {};
  const off = emitter.on("event", (event) => {
    waiting.push(event);
    wake();
  });
  signal.addEventListener("abort", () => {
    off();
    wake();
  });
  return taken();

  async function* taken(): AsyncGenerator<LogEvent, void, void> {
    try {
      while (!signal.aborted) {
        yield* waiting.splice(0);
        await new Promise<void>((resolve) => {
          wake = resolve;
          if (waiting.length > 0 || signal.aborted) resolve();
        });
      }
    } finally {
      off();
    }
  }
}
