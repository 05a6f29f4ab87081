import type { SnugClient, SnugClientOptions } from "../client/index.ts";
import { createSnugClient } from "../client/index.ts";
import type { Visitor } from "./visitor.ts";
import { webSocketWith } from "./webSocketWith.ts";

/** The embeddable client in a visitor's browser: with their cookie, whatever it is by then. */
export function clientOf(
  visitor: Visitor,
  url: string,
  options: Partial<SnugClientOptions> = {},
): SnugClient {
  return createSnugClient({
    url,
    fetch: (input, init) => visitor.fetch(new Request(input).url, init),
    WebSocket: webSocketWith({
      get cookie() {
        return visitor.cookie;
      },
    }),
    wake: neverWakes,
    ...options,
  });
}

/** Waits until something is so: looks now, and whenever the client has something to tell. */
export async function until(client: SnugClient, isSo: () => boolean): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const look = () => {
    if (isSo()) resolve();
  };
  const types = ["event", "snapshot", "connection", "outbox", "presence"] as const;
  const stops = types.map((type) => client.on(type, look));
  look();
  await promise;
  for (const stop of stops) stop();
}

export function isOnline(client: SnugClient): () => boolean {
  return () => client.connection.status === "online";
}

/** A wake to be called by a test. */
export function handWake() {
  const listeners = new Set<() => void>();
  return {
    wake: () => {
      for (const listener of Array.from(listeners)) listener();
    },
    listen: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function neverWakes(): () => void {
  return () => {};
}
