import { once } from "node:events";
import type { Socket } from "node:net";
import { connect, createServer } from "node:net";

import { expect, it } from "vitest";

import { listen } from "../listen.ts";
import { Line } from "./line.ts";

const upgrade = "GET /trpc HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\n\r\n";
const request = "POST /trpc HTTP/1.1\r\nHost: x\r\n\r\n";

it("brings half of what was for a WebSocket, and ends", async () => {
  await using place = await openPlace();
  const { client, upstream } = await place.dial(upgrade);
  place.line.cutMidFrame();
  upstream.write("0123456789");
  expect(await textOf(client)).toBe("01234");
  expect(place.counts["frames cut in the middle"]).toBe(1);
});

it("loses the answer to what the server got", async () => {
  await using place = await openPlace();
  const { client, upstream } = await place.dial(request);
  place.line.loseAnswers(1);
  upstream.write("HTTP/1.1 200 OK\r\n\r\n");
  expect(await textOf(client)).toBe("");
  expect(place.counts["answers lost after the server had them"]).toBe(1);
});

it("holds what is on its way while it is half-open, and brings it when it heals", async () => {
  await using place = await openPlace();
  const { client, upstream } = await place.dial(upgrade);
  place.line.freeze();
  upstream.write("late");
  const { client: other } = await place.dialUnanswered(upgrade);
  expect(client.readableLength + other.readableLength).toBe(0);
  place.line.heal();
  const [bytes]: unknown[] = await once(client, "data");
  expect(String(bytes)).toBe("late");
});

it("refuses whoever dials while it is offline", async () => {
  await using place = await openPlace();
  const { client } = await place.dial(request);
  place.line.goOffline();
  expect(await textOf(client)).toBe("");
  const { client: refused } = await place.dialUnanswered(request);
  expect(await textOf(refused)).toBe("");
  place.line.heal();
  await place.dial(request);
});

/** A line before a server that says nothing by itself. */
async function openPlace() {
  const counts = {
    "lines cut": 0,
    "frames cut in the middle": 0,
    "answers lost after the server had them": 0,
  };
  const server = createServer();
  const line = await Line.open(await listen(server), counts);
  async function dialUnanswered(first: string) {
    const client = connect(line.port, "127.0.0.1");
    client.on("error", () => {});
    client.write(first);
    return { client };
  }
  return {
    line,
    counts,
    dialUnanswered,
    /** Resolves when the server has what was said first. */
    async dial(first: string) {
      const accepted = once(server, "connection");
      const { client } = await dialUnanswered(first);
      const [upstream]: Socket[] = await accepted;
      if (upstream === undefined) throw new Error("Nobody came through.");
      upstream.on("error", () => {});
      await once(upstream, "data");
      return { client, upstream };
    },
    async [Symbol.asyncDispose]() {
      await line[Symbol.asyncDispose]();
      server.close();
    },
  };
}

/** All that comes until the end. */
async function textOf(client: Socket): Promise<string> {
  let text = "";
  client.on("data", (bytes) => (text += String(bytes)));
  await new Promise((resolve) => client.once("close", resolve));
  return text;
}
