import { WebSocket } from "ws";

type Data = Parameters<WebSocket["send"]>[0];
type Options = Parameters<WebSocket["send"]>[1];
type Sent = (error?: Error) => void;

/** How a socket ends. Clients resume after each of them but 4401. */
export const closeCodes = {
  /** The server restarts, or can no longer follow its log from where it was. */
  restart: 1012,
  /** [RT9] The client reads more slowly than there is to read. */
  tooSlow: 1013,
  /** [RT7] The session is no more. */
  revoked: 4401,
} as const;

/**
 * [RT9] A socket that keeps no more than `limitBytes` for a client that does not read them. Past that it
 * takes nothing more and closes behind what it has, so the client resumes from the last thing it got.
 */
export function boundedSocket(limitBytes: number): typeof WebSocket {
  return class BoundedSocket extends WebSocket {
    override send(data: Data, options?: Options | Sent, sent?: Sent): void {
      if (typeof options === "function") super.send(data, options);
      else super.send(data, options ?? {}, sent);
      if (this.bufferedAmount > limitBytes && this.readyState === WebSocket.OPEN) {
        closeWithin(this, closeCodes.tooSlow, 10_000);
      }
    }
  };
}

/** Closes politely, and after `ms` without waiting for the other side any longer. */
export function closeWithin(socket: WebSocket, code: number, ms: number): void {
  socket.close(code);
  const timer = setTimeout(() => socket.terminate(), ms).unref();
  socket.once("close", () => clearTimeout(timer));
}
