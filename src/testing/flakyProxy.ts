import type { Socket } from "node:net";
import { connect, createServer } from "node:net";

import { listen } from "./listen.ts";

export interface FlakyProxy extends AsyncDisposable {
  /** Where clients connect instead. */
  readonly port: number;
  /** Connections that go through it now. */
  readonly open: number;
  /** Where they end up: move it when the server comes back on another port. */
  target: number;
  /** Cuts every connection, mid-frame as it may be, and lets new ones through. */
  cut(): void;
  /** Cuts every connection and refuses new ones until `resume`. */
  goOffline(): void;
  /** Reads nothing more from the server, so that it cannot get rid of what it sends. */
  stall(): void;
  resume(): void;
}

/** A network that misbehaves on command, between a client and a server of this machine. */
export async function startFlakyProxy(target: number): Promise<FlakyProxy> {
  const pairs = new Set<{ client: Socket; upstream: Socket }>();
  let offline = false;
  let stalled = false;

  const server = createServer((client) => {
    if (offline) return client.resetAndDestroy();
    const upstream = connect(proxy.target, "127.0.0.1");
    const pair = { client, upstream };
    pairs.add(pair);
    function end(): void {
      pairs.delete(pair);
      client.destroy();
      upstream.destroy();
    }
    for (const socket of [client, upstream]) {
      socket.setNoDelay(true);
      socket.on("error", end);
      socket.on("close", end);
    }
    client.pipe(upstream);
    if (stalled) upstream.pause();
    else upstream.pipe(client);
  });

  function cut(): void {
    for (const { client, upstream } of pairs) {
      client.resetAndDestroy();
      upstream.resetAndDestroy();
    }
    pairs.clear();
  }

  const proxy: FlakyProxy = {
    port: await listen(server),
    target,
    get open() {
      return pairs.size;
    },
    cut,
    goOffline() {
      offline = true;
      cut();
    },
    stall() {
      stalled = true;
      for (const { client, upstream } of pairs) {
        upstream.unpipe(client);
        upstream.pause();
      }
    },
    resume() {
      offline = false;
      if (!stalled) return;
      stalled = false;
      for (const { client, upstream } of pairs) upstream.pipe(client);
    },
    async [Symbol.asyncDispose]() {
      cut();
      server.close();
    },
  };
  return proxy;
}
