import type { Wake } from "./wake.ts";

const dialMs = 15_000;
/** How long a silent socket is left alone, and how long it then has for its answer. */
const silenceMs = 25_000;
const answerMs = 10_000;
/** After a wake, a network may have changed below an open socket: better to know soon. */
const wokenAnswerMs = 5000;

/**
 * [RT10] A `WebSocket` that notices when nobody is there any more: while it dials, while nothing comes,
 * and at once after a wake. It asks with tRPC's `PING`, and takes any message for the answer.
 *
 * Such a socket is given up on the spot. A mere `close` waits for the dead side to say goodbye, which in
 * browsers may take a minute.
 */
export function liveWebSocket(Base: typeof WebSocket, wake: Wake): typeof WebSocket {
  return class extends Base {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      watch(this, wake);
    }
  };
}

function watch(socket: WebSocket, wake: Wake): void {
  let timer = setTimeout(giveUp, dialMs);
  const stopListening = wake(() => (socket.readyState === socket.OPEN ? ask(wokenAnswerMs) : null));
  socket.addEventListener("open", listen);
  socket.addEventListener("message", listen);
  socket.addEventListener("close", stop);

  function listen(): void {
    after(silenceMs, () => ask(answerMs));
  }

  function ask(ms: number): void {
    socket.send("PING");
    after(ms, giveUp);
  }

  function giveUp(): void {
    // While it dials, whoever opened it waits for "open" or "error".
    const event = socket.readyState === socket.CONNECTING ? "error" : "close";
    socket.close();
    socket.dispatchEvent(new Event(event));
    stop();
  }

  function after(ms: number, then: () => void): void {
    clearTimeout(timer);
    timer = setTimeout(then, ms);
  }

  function stop(): void {
    clearTimeout(timer);
    stopListening();
  }
}
