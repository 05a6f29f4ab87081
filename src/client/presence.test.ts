import { describe, expect, it, vi } from "vitest";
import type { PresenceItem } from "../shared/presence.ts";
import { until } from "../testing/clients.ts";
import type { House } from "../testing/house.ts";
import { openHouse } from "../testing/house.ts";

// Whole servers and their people, on a machine that may be busy.
vi.setConfig({ testTimeout: 20_000 });

/** Mia behind the proxy, Olivia before it. */
async function bothOnline(house: House) {
  const mia = house.client();
  const olivia = house.clientOf(house.olivia);
  await Promise.all([mia.connect(), olivia.connect()]);
  const miaId = house.mia.user.id;
  await until(olivia, () => olivia.presence.of(miaId) === "online");
  return { mia, olivia, miaId };
}

describe("presence", () => {
  it("[RT8] shows who is there, in use or not, and how they choose to be seen", async () => {
    await using house = await openHouse();
    const { mia, olivia, miaId } = await bothOnline(house);
    mia.presence.setActive(false);
    await until(olivia, () => olivia.presence.of(miaId) === "away");
    mia.presence.setActive(true);
    await until(olivia, () => olivia.presence.of(miaId) === "online");
    await mia.presence.setMode("dnd", 3600);
    await until(olivia, () => olivia.presence.of(miaId) === "dnd");
    await until(mia, () => mia.snapshot?.me.presence.mode === "dnd");
    const { until: end } = mia.snapshot?.me.presence ?? {};
    expect(Date.parse(end ?? "") - mia.presence.now()).toBeCloseTo(3_600_000, -5);
    expect(olivia.presence.of("nobody")).toBe("offline");
  });

  it("is left as it was chosen when the server restarts", async () => {
    await using house = await openHouse();
    const { mia, olivia, miaId } = await bothOnline(house);
    await mia.presence.setMode("dnd");
    await until(olivia, () => olivia.presence.of(miaId) === "dnd");
    const after: PresenceItem[] = [];
    olivia.on("presence", (item) => after.push(item));
    await house.server.restart();
    await until(olivia, () => after.length > 0 && olivia.presence.of(miaId) === "dnd");
  });

  it("knows the server's time, however wrong the clock here is", async () => {
    await using house = await openHouse();
    const { mia } = await bothOnline(house);
    const right = mia.presence.now();
    vi.spyOn(Date, "now").mockReturnValue(0);
    expect(mia.presence.now() - right).toBeGreaterThanOrEqual(0);
    vi.restoreAllMocks();
  });

  it("[RT8] tells the server anew that a device is not in use", async () => {
    await using house = await openHouse();
    const { mia, olivia, miaId } = await bothOnline(house);
    mia.presence.setActive(false);
    await until(olivia, () => olivia.presence.of(miaId) === "away");
    const after: PresenceItem[] = [];
    olivia.on("presence", (item) => after.push(item));
    await house.server.restart();
    await until(olivia, () => after.length > 0 && olivia.presence.of(miaId) === "away");
  });
});

describe("typing", () => {
  it("[RT8] shows to others until they stop", async () => {
    await using house = await openHouse();
    const { mia, olivia, miaId } = await bothOnline(house);
    const { roomId } = house;
    mia.presence.setTyping(roomId, true);
    await until(olivia, () => olivia.presence.typingIn(roomId).includes(miaId));
    const typing = olivia.presence.typingIn(roomId);
    expect(olivia.presence.typingIn(roomId)).toBe(typing);
    mia.presence.setTyping(roomId, false);
    await until(olivia, () => olivia.presence.typingIn(roomId).length === 0);
    expect(mia.presence.typingIn(roomId)).toEqual([]);
  });

  it("ends with the message that came of it", async () => {
    await using house = await openHouse();
    const { mia, olivia, miaId } = await bothOnline(house);
    const { roomId } = house;
    mia.presence.setTyping(roomId, true);
    await until(olivia, () => olivia.presence.typingIn(roomId).includes(miaId));
    const typingAfter: string[][] = [];
    olivia.on("event", () => typingAfter.push([...olivia.presence.typingIn(roomId)]));
    await mia.outbox.send({ roomId, body: "There" }).settled;
    await until(olivia, () => typingAfter.length > 0);
    expect(typingAfter).toEqual([[]]);
  });

  it("is forgotten when the connection is lost", async () => {
    await using house = await openHouse();
    const { mia, olivia } = await bothOnline(house);
    const { roomId } = house;
    olivia.presence.setTyping(roomId, true);
    await until(mia, () => mia.presence.typingIn(roomId).length === 1);
    house.proxy.goOffline();
    await until(mia, () => mia.presence.typingIn(roomId).length === 0);
    expect(mia.presence.of(house.olivia.user.id)).toBe("online");
  });

  it("is said once in three seconds, however fast the keys", async () => {
    await using house = await openHouse();
    const say = vi.fn<() => Promise<Response>>(async () => {
      throw new TypeError("Nobody is there.");
    });
    const client = house.client({ fetch: say });
    vi.useFakeTimers();
    const press = async (times: number) => {
      for (let time = 0; time < times; time++) client.presence.setTyping("r1", true);
      await vi.advanceTimersByTimeAsync(10);
    };
    await press(5);
    expect(say).toHaveBeenCalledTimes(1);
    await press(5);
    expect(say).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(3000);
    await press(5);
    expect(say).toHaveBeenCalledTimes(2);
    client.presence.setTyping("r1", false);
    client.presence.setTyping("r1", false);
    await vi.advanceTimersByTimeAsync(10);
    expect(say).toHaveBeenCalledTimes(3);
    vi.useRealTimers();
  });
});
