import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";

import type { FastifyInstance } from "fastify";

import { refuse } from "../realtime/upgrade.ts";

/** How long requests that were handed over before the end may take. */
const patienceMs = 10_000;

export interface Mounted {
  handle: (request: IncomingMessage, response: ServerResponse) => void;
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Finishes what is under way, and cuts off what takes too long. */
  drain: () => Promise<void>;
}

/** The app behind a server that is not its own: it answers what it is handed. */
export async function mount(app: FastifyInstance): Promise<Mounted> {
  await app.ready();
  const underWay = new Set<ServerResponse>();
  let closed = false;
  return {
    handle(request, response) {
      if (closed) return void response.writeHead(503).end();
      underWay.add(response);
      response.once("close", () => underWay.delete(response));
      app.routing(request, response);
    },

    upgrade(request, socket, head) {
      // The app's own server never listens, so that nothing but this reaches who waits for its upgrades.
      if (!app.server.emit("upgrade", request, socket, head)) refuse(socket, 503);
    },

    async drain() {
      const cutOff = setTimeout(() => {
        for (const response of underWay) response.destroy();
      }, patienceMs);
      try {
        await app.close();
        closed = true;
        await Promise.all(Array.from(underWay, settled));
      } finally {
        clearTimeout(cutOff);
      }
    },
  };
}

function settled(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => response.once("close", resolve));
}
