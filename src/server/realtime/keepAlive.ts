import type { ClientSocket } from "./clientSocket.ts";
import { closeCodes } from "./clientSocket.ts";

export interface KeepAliveTimes {
  pingMs: number;
  pongWaitMs: number;
  helloMs: number;
  closeMs: number;
}

/**
 * [RT10] Asks sockets that are quiet whether anyone is there, and ends those who do not answer or never
 * said what they came for. One timer looks after all of them. Returns how to stop.
 */
export function keepAlive(sockets: ReadonlySet<ClientSocket>, times: KeepAliveTimes): () => void {
  const { pingMs, pongWaitMs, helloMs, closeMs } = times;

  function look(socket: ClientSocket, now: number): void {
    const quietMs = now - socket.heardAt;
    if (!socket.greeted && now - socket.openedAt > helloMs) {
      socket.closeWithin(closeCodes.unruly, closeMs);
    } else if (socket.asked && quietMs > pingMs + pongWaitMs) {
      socket.terminate();
    } else if (!socket.asked && quietMs > pingMs) {
      socket.asked = true;
      socket.sendText("PING");
    }
  }

  const timer = setInterval(
    () => {
      const now = performance.now();
      for (const socket of sockets) look(socket, now);
    },
    Math.min(pingMs, pongWaitMs, helloMs) / 4,
  ).unref();
  return () => clearInterval(timer);
}
