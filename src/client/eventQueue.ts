import type { LogEvent } from "../shared/events.ts";
import type { Emitter } from "./emitter.ts";
import type { ClientEvents } from "./snugClient.ts";

/** Log events as an iterable, from the moment at which it is iterated; adds to `ending` what ends it. */
export function eventQueue(
  emitter: Emitter<ClientEvents>,
  ending: Set<() => void>,
): AsyncIterable<LogEvent> {
  return {
    [Symbol.asyncIterator]() {
      const waiting: LogEvent[] = [];
      const state = { ended: false, wake: () => {} };
      const off = emitter.on("event", (event) => {
        waiting.push(event);
        state.wake();
      });
      const end = () => {
        state.ended = true;
        ending.delete(end);
        off();
        state.wake();
      };
      ending.add(end);

      return {
        async next() {
          while (waiting.length === 0 && !state.ended) {
            await new Promise<void>((resolve) => {
              state.wake = resolve;
            });
          }
          const value = waiting.shift();
          return value === undefined ? { done: true, value } : { done: false, value };
        },
        async return() {
          waiting.length = 0;
          end();
          return { done: true, value: undefined };
        },
      };
    },
  };
}
