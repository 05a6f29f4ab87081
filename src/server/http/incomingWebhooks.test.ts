import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { limits } from "../../shared/limits.ts";
import { outcomeOf } from "../../testing/failure.ts";
import { everyRow } from "../../testing/everyRow.ts";
import type { House } from "../../testing/house.ts";
import { openHouse } from "../../testing/house.ts";

async function openHook(house: House) {
  const { olivia, roomId } = house;
  const made = await olivia.api.incomingWebhooks.create.mutate({ roomId, name: "Alerts" });
  return { ...made, post: (payload: unknown, headers = {}) => postTo(made.url, payload, headers) };
}

async function postTo(url: string, payload: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof payload === "string" ? payload : JSON.stringify(payload),
  });
  return { status: response.status, text: await response.text() };
}

describe("an incoming webhook", () => {
  it("posts what other systems say to its room, as a bot under their name", async () => {
    await using house = await openHouse();
    const { olivia, roomId } = house;
    const hook = await openHook(house);
    expect(hook.url).toMatch(/\/hooks\/[\w-]{43}$/);
    const payload = { text: "*Disk* is full", username: "Watchdog", icon_emoji: ":dog:" };
    expect(await hook.post(payload)).toEqual({ status: 200, text: "ok" });
    const form = new URLSearchParams({ payload: JSON.stringify({ text: "By form" }) });
    const type = { "content-type": "application/x-www-form-urlencoded" };
    expect((await hook.post(form.toString(), type)).status).toBe(200);
    const { messages } = await olivia.api.messages.history.query({ roomId, limit: 2 });
    expect(messages).toMatchObject([
      { body: "**Disk** is full", authorName: "🐶 Watchdog", authorId: hook.webhook.botId },
      { body: "By form", authorName: null },
    ]);
    const [listed] = await olivia.api.incomingWebhooks.list.query({ roomId });
    expect(listed?.lastUsedAt).toEqual(expect.any(String));
    expect(JSON.stringify(listed)).not.toContain(hook.url.slice(-20));
  });

  it("[RT2] posts once what comes with one key", async () => {
    await using house = await openHouse();
    const hook = await openHook(house);
    for (let i = 0; i < 2; i += 1) await hook.post({ text: "Once" }, { "idempotency-key": "b12" });
    expect((await house.bodies()).filter((body) => body === "Once")).toHaveLength(1);
  });

  it("gets another address, and goes", async () => {
    await using house = await openHouse();
    const { api } = house.olivia;
    const hook = await openHook(house);
    const webhookId = hook.webhook.id;
    const { url } = await api.incomingWebhooks.rotate.mutate({ webhookId });
    expect((await hook.post({ text: "Old" })).status).toBe(404);
    expect((await postTo(url, { text: "New" })).status).toBe(200);
    await api.incomingWebhooks.delete.mutate({ webhookId });
    expect((await postTo(url, { text: "Late" })).status).toBe(404);
    expect(await api.incomingWebhooks.list.query({ roomId: house.roomId })).toEqual([]);
  });

  it("is bounded in pace and in size", async () => {
    await using house = await openHouse();
    const hook = await openHook(house);
    expect((await hook.post({ text: "x".repeat(limits.messageBody + 1) })).status).toBe(413);
    const statuses = [];
    for (let i = 0; i < 40; i += 1) statuses.push((await hook.post({ text: `${i}` })).status);
    expect(statuses.slice(0, 20)).toEqual(Array<number>(20).fill(200));
    expect(statuses).toContain(429);
  });

  it("is kept by those who manage the room", async () => {
    await using house = await openHouse();
    const { olivia, mia, roomId } = house;
    const { webhook } = await openHook(house);
    const webhookId = webhook.id;
    for (const ask of [
      () => mia.api.incomingWebhooks.list.query({ roomId }),
      () => mia.api.incomingWebhooks.create.mutate({ roomId, name: "Mine" }),
      () => mia.api.incomingWebhooks.rotate.mutate({ webhookId }),
      () => mia.api.incomingWebhooks.delete.mutate({ webhookId }),
    ]) {
      expect(await outcomeOf(ask())).toBe("FORBIDDEN");
    }
    await olivia.api.rooms.setMemberRole.mutate({ roomId, userId: mia.user.id, role: "admin" });
    expect(await outcomeOf(mia.api.incomingWebhooks.delete.mutate({ webhookId }))).toBe("ok");
  });

  it("answers whatever comes with no more than a refusal, and then writes nothing", async () => {
    await using house = await openHouse();
    const { url } = await openHook(house);
    const unknown = url.replace(/[^/]+$/, "x".repeat(43));
    const names = ["text", "body", "username", "icon_emoji", "blocks", "attachments", "__proto__"];
    const payload = fc.oneof(
      fc
        .dictionary(fc.constantFrom(...names), fc.jsonValue())
        .map((value) => JSON.stringify(value)),
      fc.jsonValue().map((value) => JSON.stringify(value)),
      fc.string({ unit: "binary" }),
    );
    const headers = fc.constantFrom(
      "application/json",
      "application/x-www-form-urlencoded",
      "text/plain",
    );
    await fc.assert(
      fc.asyncProperty(payload, headers, fc.boolean(), async (body, type, known) => {
        const before = everyRow(house.server);
        const bodies = await house.bodies();
        const { status } = await postTo(known ? url : unknown, body, { "content-type": type });
        expect(status).toBeLessThan(500);
        const isPosted = status === 200;
        expect(isPosted ? before : everyRow(house.server)).toEqual(before);
        expect((await house.bodies()).length - bodies.length).toBe(isPosted ? 1 : 0);
      }),
      { numRuns: 60 },
    );
    for (const method of ["GET", "PUT", "DELETE"]) {
      expect((await fetch(url, { method })).status).toBe(405);
    }
  });
});
