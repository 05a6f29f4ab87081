import type { Server, Socket } from "node:net";
import { connect, createServer } from "node:net";

import { listen } from "../listen.ts";

/** What really happened to what went through it. */
export interface LineCounts {
  "lines cut": number;
  "frames cut in the middle": number;
  "answers lost after the server had them": number;
}

interface Pair {
  client: Socket;
  upstream: Socket;
  /** Known with the first bytes of the client's. */
  isWebSocket: boolean;
}

/** The network between one client and the server, that can be made to fail in every way that networks do. */
export class Line implements AsyncDisposable {
  readonly port: number;
  readonly #server: Server;
  readonly #pairs: Set<Pair>;
  readonly #state: State;

  static async open(target: number, counts: LineCounts): Promise<Line> {
    const state: State = {
      counts,
      offline: false,
      frozen: false,
      stalled: false,
      halve: false,
      lose: 0,
    };
    const pairs = new Set<Pair>();
    const server = createServer((client) => join({ client, target, pairs, state }));
    return new Line(await listen(server), { server, pairs, state });
  }

  private constructor(
    port: number,
    { server, pairs, state }: { server: Server; pairs: Set<Pair>; state: State },
  ) {
    this.port = port;
    this.#server = server;
    this.#pairs = pairs;
    this.#state = state;
  }

  /** Both sides are told. */
  cut(): void {
    for (const { client, upstream } of this.#pairs) {
      this.#state.counts["lines cut"] += 1;
      client.resetAndDestroy();
      upstream.resetAndDestroy();
    }
    this.#pairs.clear();
  }

  /** Of the next bytes for a WebSocket half arrive, and then nothing more ever. */
  cutMidFrame(): void {
    this.#state.halve = true;
  }

  /** The next answers over HTTP get lost, whatever the server did for them. */
  loseAnswers(count: number): void {
    this.#state.lose += count;
  }

  /** Cuts it, and refuses whoever dials. */
  goOffline(): void {
    this.#state.offline = true;
    this.cut();
  }

  /** Half-open: nothing goes through either way, and nobody is told. */
  freeze(): void {
    this.#state.frozen = true;
    this.#flow();
  }

  /** The client reads nothing more; it may still write. */
  stall(): void {
    this.#state.stalled = true;
    this.#flow();
  }

  heal(): void {
    Object.assign(this.#state, {
      offline: false,
      frozen: false,
      stalled: false,
      halve: false,
      lose: 0,
    });
    this.#flow();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.cut();
    this.#server.close();
  }

  #flow(): void {
    for (const pair of this.#pairs) flow(pair, this.#state);
  }
}

interface State {
  counts: LineCounts;
  offline: boolean;
  frozen: boolean;
  stalled: boolean;
  halve: boolean;
  lose: number;
}

interface Joining {
  client: Socket;
  target: number;
  pairs: Set<Pair>;
  state: State;
}

function join({ client, target, pairs, state }: Joining): void {
  if (state.offline) return void client.resetAndDestroy();
  const upstream = connect(target, "127.0.0.1");
  const pair: Pair = { client, upstream, isWebSocket: false };
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
    socket.on("drain", () => flow(pair, state));
  }
  client.once("data", (bytes) => {
    pair.isWebSocket = /\r\nupgrade: websocket\r\n/i.test(bytes.toString("latin1"));
  });
  client.on("data", (bytes) => forward(bytes, upstream, () => flow(pair, state)));
  upstream.on("data", (bytes) => {
    if (state.lose > 0 && !pair.isWebSocket) {
      state.lose -= 1;
      state.counts["answers lost after the server had them"] += 1;
      end();
    } else if (state.halve && pair.isWebSocket && bytes.length > 1) {
      state.halve = false;
      state.counts["frames cut in the middle"] += 1;
      client.end(bytes.subarray(0, bytes.length >> 1));
      upstream.destroy();
    } else {
      forward(bytes, client, () => flow(pair, state));
    }
  });
  flow(pair, state);
}

function forward(bytes: Buffer, to: Socket, full: () => void): void {
  if (!to.write(bytes)) full();
}

/** Reads from each side as long as the other takes it, and the fault of the moment allows. */
function flow({ client, upstream }: Pair, { frozen, stalled }: State): void {
  if (frozen || upstream.writableNeedDrain) client.pause();
  else client.resume();
  if (frozen || stalled || client.writableNeedDrain) upstream.pause();
  else upstream.resume();
}
