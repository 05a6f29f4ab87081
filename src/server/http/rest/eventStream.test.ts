import { v7 as uuidv7 } from "uuid";
import { describe, expect, it } from "vitest";

import type { House } from "../../../testing/house.ts";
import { openHouse } from "../../../testing/house.ts";

interface Told {
  id: string;
  event: string;
  data: unknown;
}

/** What a program hears, read as the standard says, as far as events use it. */
async function listen({ server }: House, headers: Record<string, string>, search = "") {
  const response = await fetch(`${server.url}/api/events${search}`, { headers });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  let lastEventId = "";
  return {
    status: response.status,
    type: response.headers.get("content-type"),
    get lastEventId() {
      return lastEventId;
    },
    /** The next event; `null` at the end. */
    async next(): Promise<Told | null> {
      for (;;) {
        const end = text.indexOf("\n\n");
        if (end === -1) {
          const chunk = await reader?.read().catch(() => undefined);
          if (chunk?.value === undefined) return null;
          text += chunk.value;
          continue;
        }
        const frame = text.slice(0, end);
        text = text.slice(end + 2);
        const fields = new Map(frame.split("\n").map((line) => [line.split(": ")[0], line]));
        const field = (name: string) => fields.get(name)?.slice(name.length + 2) ?? "";
        if (fields.has("id")) lastEventId = field("id");
        if (!fields.has("data")) continue;
        const data: unknown = JSON.parse(field("data"));
        return { id: lastEventId, event: field("event"), data };
      }
    },
    close: () => reader?.cancel(),
  };
}

async function tokenOf({ olivia }: House) {
  const { secret, token } = await olivia.api.tokens.create.mutate({ name: "Tail", scope: "read" });
  return { token, headers: { authorization: `Bearer ${secret}` } };
}

describe("events over HTTP", () => {
  it("[RT4] [RT5] come from now on, and after a break from where it was", async () => {
    await using house = await openHouse();
    const { headers } = await tokenOf(house);
    const stream = await listen(house, headers);
    expect(stream.type).toContain("text/event-stream");
    await house.say("one");
    expect(await stream.next()).toMatchObject({
      event: "message.created",
      data: { type: "message.created", message: { body: "one" } },
    });
    await stream.close();
    await house.say("two");
    await house.say("three");
    const resumed = await listen(house, { ...headers, "last-event-id": stream.lastEventId });
    for (const body of ["two", "three"]) {
      expect(await resumed.next()).toMatchObject({ data: { message: { body } } });
    }
    await resumed.close();
    const again = await listen(house, headers, `?after=${stream.lastEventId}`);
    expect(await again.next()).toMatchObject({ data: { message: { body: "two" } } });
    await again.close();
  });

  it.each(["nonsense", "epoch:1", "x\r\nevent: evil"])(
    "[RT6] begin with a reset after a cursor that makes no sense: %j",
    async (cursor) => {
      await using house = await openHouse();
      const { headers } = await tokenOf(house);
      const search = `?after=${encodeURIComponent(cursor)}`;
      const stream = await listen(house, headers, search);
      expect(await stream.next()).toMatchObject({ event: "reset", data: { type: "reset" } });
      await stream.close();
    },
  );

  it("[RT7] tell nothing of rooms that one is not in, and end with the token", async () => {
    await using house = await openHouse();
    const { olivia, mia } = house;
    const den = await mia.api.rooms.create.mutate({ kind: "private", name: "Den" });
    const { headers, token } = await tokenOf(house);
    const stream = await listen(house, headers);
    await mia.api.messages.send.mutate({ roomId: den.id, clientId: uuidv7(), body: "Secret" });
    await house.say("Open");
    expect(await stream.next()).toMatchObject({ data: { message: { body: "Open" } } });
    await olivia.api.tokens.revoke.mutate({ tokenId: token.id });
    let last = await stream.next();
    while (last !== null) {
      expect(last.event).toBe("session.revoked");
      last = await stream.next();
    }
    expect((await listen(house, headers)).status).toBe(401);
  });

  it("are for the signed-in, and end when the server does", async () => {
    await using house = await openHouse();
    expect((await listen(house, {})).status).toBe(401);
    const { headers } = await tokenOf(house);
    const stream = await listen(house, headers);
    const ended = stream.next();
    await house.server.stop();
    expect(await ended).toBeNull();
    await house.server.restart();
  });

  it("are followed by one token a bounded number of times", async () => {
    await using house = await openHouse();
    const { headers } = await tokenOf(house);
    const streams = [];
    for (let i = 0; i < 10; i += 1) streams.push(await listen(house, headers));
    expect((await listen(house, headers)).status).toBe(429);
    for (const stream of streams) await stream.close();
  });
});
