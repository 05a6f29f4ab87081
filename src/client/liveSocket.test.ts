import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { handWake } from "../testing/clients.ts";
import { liveWebSocket } from "./liveSocket.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A socket on a network where nothing happens but what the test does. */
class QuietSocket extends EventTarget {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  readonly CONNECTING = 0;
  readonly OPEN = 1;
  readyState = 0;
  readonly sent: string[] = [];

  send(frame: string): void {
    this.sent.push(frame);
  }

  /** The other side is gone: nobody says goodbye. */
  close(): void {
    this.readyState = 2;
  }

  open(): void {
    this.readyState = 1;
    this.dispatchEvent(new Event("open"));
  }

  hear(): void {
    this.dispatchEvent(new MessageEvent("message", { data: "PONG" }));
  }
}

function dial() {
  vi.stubGlobal("WebSocket", QuietSocket);
  const { listen, wake } = handWake();
  const socket = new (liveWebSocket(WebSocket, listen))("ws://127.0.0.1");
  if (!(socket instanceof QuietSocket)) throw new Error("Not the socket of this test.");
  const events: string[] = [];
  for (const type of ["error", "close"]) socket.addEventListener(type, () => events.push(type));
  return { socket, wake, events };
}

describe("[RT10] a live socket", () => {
  it("gives up a dialling that comes to nothing", () => {
    const { events } = dial();
    vi.advanceTimersByTime(14_000);
    expect(events).toEqual([]);
    vi.advanceTimersByTime(1000);
    expect(events).toEqual(["error"]);
  });

  it("asks after a silence, and is content with any answer", () => {
    const { socket, events } = dial();
    socket.open();
    for (let time = 0; time < 5; time++) {
      vi.advanceTimersByTime(20_000);
      socket.hear();
    }
    expect(socket.sent).toEqual([]);
    vi.advanceTimersByTime(25_000);
    expect(socket.sent).toEqual(["PING"]);
    vi.advanceTimersByTime(9000);
    socket.hear();
    vi.advanceTimersByTime(20_000);
    expect(events).toEqual([]);
  });

  it("gives up when no answer comes, once", () => {
    const { events } = dialAndOpen();
    vi.advanceTimersByTime(35_000);
    expect(events).toEqual(["close"]);
    vi.advanceTimersByTime(100_000);
    expect(events).toEqual(["close"]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("asks at once when it is woken, and waits less long", () => {
    const { socket, wake, events } = dialAndOpen();
    wake();
    expect(socket.sent).toEqual(["PING"]);
    vi.advanceTimersByTime(5000);
    expect(events).toEqual(["close"]);
    wake();
    expect(socket.sent).toHaveLength(1);
  });
});

function dialAndOpen() {
  const dialled = dial();
  dialled.socket.open();
  return dialled;
}
