import { afterEach, describe, expect, it, vi } from "vitest";
import { Transport } from "./transport.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A socket that opens at once and keeps what it is given. */
class HeardSocket extends EventTarget {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  static readonly dialled: HeardSocket[] = [];
  readyState = 1;
  readonly url: string;
  readonly sent: string[] = [];

  constructor(url: string) {
    super();
    this.url = url;
    HeardSocket.dialled.push(this);
    setTimeout(() => this.dispatchEvent(new Event("open")));
  }

  send(frame: string): void {
    this.sent.push(frame);
  }

  close(): void {
    this.readyState = 3;
    this.dispatchEvent(new Event("close"));
  }
}

function open(token?: string | (() => Promise<string>)) {
  vi.stubGlobal("WebSocket", HeardSocket);
  HeardSocket.dialled.length = 0;
  const asked: RequestInit[] = [];
  const transport = new Transport(
    {
      url: "https://chat.example",
      token,
      fetch: async (_url, init) => {
        asked.push(init ?? {});
        return Response.json([{ result: { data: null } }]);
      },
      wake: () => () => {},
    },
    {
      beforeDial: async () => {},
      userId: () => "mia",
      onClose: () => {},
      onUnauthenticated: () => {},
    },
  );
  return { transport, asked };
}

describe("a client with a token", () => {
  it.each([
    ["as it is", "snug_pat_x"],
    ["asked for each time", async () => "snug_pat_x"],
  ])("shows it in a header and leaves cookies out: %s", async (_how, token) => {
    const { transport, asked } = open(token);
    await transport.api.session.state.query();
    expect(asked).toMatchObject([
      { headers: { authorization: "Bearer snug_pat_x" }, credentials: "omit" },
    ]);
  });

  it("shows it in the socket's first message, and not in its address", async () => {
    const { transport } = open("snug_pat_x");
    transport.api.events.stream.subscribe({ lastEventId: "" }, {});
    await vi.waitFor(() => expect(HeardSocket.dialled[0]?.sent).not.toHaveLength(0));
    const [socket] = HeardSocket.dialled;
    expect(socket?.url).toBe("wss://chat.example/trpc?connectionParams=1");
    expect(JSON.parse(socket?.sent[0] ?? "")).toEqual({
      method: "connectionParams",
      data: { userId: "mia", token: "snug_pat_x" },
    });
    transport.close();
  });
});

describe("a client without one", () => {
  it("counts on the cookie, and says whose it should be", async () => {
    const { transport, asked } = open();
    await transport.api.session.state.query();
    transport.api.events.stream.subscribe({ lastEventId: "" }, {});
    await vi.waitFor(() => expect(HeardSocket.dialled[0]?.sent).not.toHaveLength(0));
    expect(asked).toMatchObject([{ headers: {}, credentials: "include" }]);
    expect(asked[0]?.headers).not.toHaveProperty("authorization");
    expect(JSON.parse(HeardSocket.dialled[0]?.sent[0] ?? "")).toEqual({
      method: "connectionParams",
      data: { userId: "mia" },
    });
    transport.close();
  });
});
