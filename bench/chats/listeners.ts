import { forEachOf } from "../load/pool.ts";
import type { LoadSocket } from "../load/webSocket.ts";
import { openWebSocket } from "../load/webSocket.ts";

/** How a chat is listened to over its WebSocket. */
export interface Protocol {
  path: string;
  headers?(listener: number): Record<string, string>;
  /** Said as soon as the socket is open. */
  hello?: string;
  /** Whether one listens from here on; may answer. Without it, one listens from the start. */
  greeted?(heard: string, socket: LoadSocket): boolean;
}

export interface ListenOptions {
  port: number;
  protocol: Protocol;
  count: number;
  /** Number of the first. */
  from?: number;
  hear: (listener: number, payload: Buffer) => void;
}

/** What is said is longer than this with all that stands around it; nothing else is. */
const longestControl = 100;
const dialledAtOnce = 64;

/** Resolves when all of them listen. */
export async function listen(options: ListenOptions): Promise<LoadSocket[]> {
  const sockets: LoadSocket[] = [];
  await forEachOf(options.count, dialledAtOnce, async (index) => {
    sockets[index] = await openListener(options, (options.from ?? 0) + index);
  });
  return sockets;
}

async function openListener(
  { port, protocol, hear }: ListenOptions,
  listener: number,
): Promise<LoadSocket> {
  const { promise: listening, resolve, reject } = Promise.withResolvers<void>();
  let greeted = protocol.greeted === undefined;
  const socket = await openWebSocket({
    port,
    path: protocol.path,
    ...(protocol.headers && { headers: protocol.headers(listener) }),
    onText(payload, heardOn) {
      if (!greeted) {
        greeted = protocol.greeted?.(payload.toString(), heardOn) ?? true;
        if (greeted) resolve();
      } else if (payload.length > longestControl) {
        hear(listener, payload);
      } else {
        stayAlive(payload.toString(), heardOn);
      }
    },
    onClose: () => reject(new Error("The server closed a socket before one could listen.")),
  });
  if (protocol.hello !== undefined) socket.say(protocol.hello);
  if (greeted) resolve();
  await listening;
  return socket;
}

/** The questions of tRPC and of Engine.IO. */
function stayAlive(asked: string, socket: LoadSocket): void {
  if (asked === "PING") socket.say("PONG");
  else if (asked === "2") socket.say("3");
}
