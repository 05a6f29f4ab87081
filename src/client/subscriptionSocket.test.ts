import { describe, expect, it, vi } from "vitest";
import { FakeSocket } from "../testing/fakeSocket.ts";
import { SubscriptionSocket } from "./subscriptionSocket.ts";

const greeting = { hello: true };

function open() {
  const dialled: FakeSocket[] = [];
  const socket = new SubscriptionSocket({
    dial: async () => {
      const made = new FakeSocket();
      dialled.push(made);
      return made;
    },
    greeting: async () => greeting,
    onClose: () => {},
  });
  const heard: unknown[] = [];
  const stop = socket.subscribe(
    { id: 9, type: "subscription", path: "events.stream", input: {}, context: {}, signal: null },
    {
      next: ({ result }) => heard.push(result),
      error: (error) => heard.push(error.message),
      complete: () => heard.push("complete"),
    },
  );
  /** The nth connection, open. */
  const connection = async (nth: number) => {
    await vi.waitFor(() => expect(dialled).toHaveLength(nth + 1));
    const made = dialled[nth];
    if (made === undefined) throw new Error("Not dialled.");
    made.open();
    await vi.waitFor(() => expect(made.sent).not.toHaveLength(0));
    return made;
  };
  return { socket, heard, stop, dialled, connection };
}

const begun = { id: 1, method: "subscription", params: { path: "events.stream", input: {} } };

describe("subscriptions over a socket", () => {
  it("begin with the greeting, and hand on what comes", async () => {
    const { heard, connection } = open();
    const first = await connection(0);
    expect(first.sent).toEqual([greeting, begun]);
    first.hear({ id: 1, result: { type: "started" } });
    first.hear({ id: 1, result: { type: "data", id: "e:1", data: { id: "e:1", data: 1 } } });
    expect(heard).toEqual([{ type: "started" }, { type: "data", data: { id: "e:1", data: 1 } }]);
  });

  it.each([
    ["is lost", (socket: FakeSocket) => socket.lose()],
    ["is asked to move", (socket: FakeSocket) => socket.hear({ id: null, method: "reconnect" })],
  ])("[RT5] begin again after the last item when the connection %s", async (_how, end) => {
    const { heard, connection } = open();
    const first = await connection(0);
    first.hear({ id: 1, result: { type: "data", id: "e:7", data: 7 } });
    end(first);
    const second = await connection(1);
    const resumed = { ...begun, params: { ...begun.params, lastEventId: "e:7" } };
    expect(second.sent).toEqual([greeting, resumed]);
    expect(heard.at(-1)).toMatchObject({ type: "state", state: "connecting" });
    first.hear({ id: 1, result: { type: "data", data: "from the old connection" } });
    expect(heard).toHaveLength(2);
  });

  it("end with an error, or when the server stops them", async () => {
    const refused = open();
    const first = await refused.connection(0);
    first.hear({ id: 1, error: { code: -32001, message: "Sign in first.", data: {} } });
    first.hear({ id: 1, result: { type: "started" } });
    expect(refused.heard).toEqual(["Sign in first."]);

    const stopped = open();
    (await stopped.connection(0)).hear({ id: 1, result: { type: "stopped" } });
    expect(stopped.heard).toEqual([{ type: "stopped" }, "complete"]);
  });

  it("tell the server when nobody listens any more", async () => {
    const { stop, connection } = open();
    const first = await connection(0);
    stop();
    expect(first.sent.at(-1)).toEqual({ id: 1, method: "subscription.stop" });
  });

  it("answer the server's pings", async () => {
    const { connection } = open();
    const first = await connection(0);
    first.hear("PING");
    expect(first.sent.at(-1)).toBe("PONG");
  });

  it("end silently and dial no more once closed", async () => {
    const { socket, heard, dialled, connection } = open();
    const first = await connection(0);
    socket.close();
    expect(first.readyState).toBe(first.CLOSED);
    await new Promise((resolve) => setImmediate(resolve));
    expect(dialled).toHaveLength(1);
    expect(heard).toEqual([]);
  });
});
