/** A `WebSocket` on a network where nothing happens but what the test does. */
export class FakeSocket extends EventTarget implements WebSocket {
  readonly CONNECTING = 0;
  readonly OPEN = 1;
  readonly CLOSING = 2;
  readonly CLOSED = 3;
  readyState: 0 | 1 | 2 | 3 = 0;
  readonly url = "";
  readonly protocol = "";
  readonly extensions = "";
  readonly bufferedAmount = 0;
  binaryType: BinaryType = "blob";
  onopen = null;
  onerror = null;
  onclose = null;
  onmessage = null;
  /** JSON is parsed. */
  readonly sent: unknown[] = [];

  open(): void {
    this.readyState = this.OPEN;
    this.dispatchEvent(new Event("open"));
  }

  send(data: string): void {
    this.sent.push(data.startsWith("{") ? JSON.parse(data) : data);
  }

  /** A message of the server's. */
  hear(message: object | string): void {
    const data = typeof message === "string" ? message : JSON.stringify(message);
    this.dispatchEvent(new MessageEvent("message", { data }));
  }

  close(): void {
    this.lose();
  }

  lose(): void {
    this.readyState = this.CLOSED;
    this.dispatchEvent(new Event("close"));
  }
}
