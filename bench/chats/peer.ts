import { join } from "node:path";

import { textOf } from "../load/texts.ts";
import type { LoadSocket } from "../load/webSocket.ts";
import { startProcess } from "../processes/serverProcess.ts";
import type { Chat } from "./chat.ts";
import type { Protocol } from "./listeners.ts";
import { listen } from "./listeners.ts";

export interface Peer {
  /** Name of its file in `peers/`. */
  script: string;
  protocol: Protocol;
  /** What to send to say a text. */
  encode: (text: string) => string;
}

export const peerReady = /^ready (\d+)$/;

export function peerScript(name: string): string {
  return join(import.meta.dirname, "..", "peers", name);
}

/** Peers are spoken to over the socket of listener 0: no request, no answer, nobody to ask who it is. */
export async function startPeer({ script, protocol, encode }: Peer): Promise<Chat> {
  const server = await startProcess({ args: [peerScript(script)], ready: peerReady });
  const sockets: LoadSocket[] = [];
  return {
    server,
    async listen(listeners) {
      sockets.push(...(await listen({ ...listeners, port: server.port, protocol })));
    },
    async say(numbers) {
      const [speaker] = sockets;
      if (speaker === undefined) throw new Error("Nobody is there to speak.");
      speaker.say(...numbers.map((number) => encode(textOf(number))));
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.close();
      await server[Symbol.asyncDispose]();
    },
  };
}
