import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { IncomingHttpHeaders } from "node:http";

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { listen } from "../../testing/listen.ts";
import type { TestWorkspace } from "../../testing/workspace.ts";
import { testWorkspace } from "../../testing/workspace.ts";
import type { DeliveryOptions } from "./deliver.ts";
import { deliverWebhooks } from "./deliver.ts";

interface Heard {
  headers: IncomingHttpHeaders;
  body: string;
}

type AnswerOf = () => { status: number; location?: string };

const fine: AnswerOf = () => ({ status: 200 });
const key = Buffer.from("a secret of theirs").toString("base64");
let workspace: TestWorkspace;
let url: string;
let heard: Heard[];
let answers: AnswerOf[];
let close: () => void;

beforeEach(async () => {
  workspace = await testWorkspace();
  heard = [];
  answers = [];
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (chunk: string) => (body += chunk));
    request.on("end", () => {
      heard.push({ headers: request.headers, body });
      const { status, location } = (answers.shift() ?? fine)();
      response.writeHead(status, location ? { location } : {}).end("Thank you");
    });
  });
  url = `http://127.0.0.1:${await listen(server)}/hook`;
  close = () => server.close();
});
afterEach(async () => {
  close();
  await workspace[Symbol.asyncDispose]();
});

function deliver(options: Partial<DeliveryOptions> = {}): AsyncDisposable {
  return deliverWebhooks({
    store: workspace.store,
    onError: (error) => {
      throw error;
    },
    allowPrivate: true,
    timeoutMs: 5_000,
    pollMs: 10,
    waitsMs: [0, 0],
    ...options,
  });
}

function createWebhook(at = url) {
  const { store, ownerId: createdBy } = workspace;
  const events = ["message.created"] as const;
  return store.createOutgoingWebhook({
    url: at,
    secret: `whsec_${key}`,
    events: [...events],
    createdBy,
  });
}

function say(body: string) {
  const { store, ownerId: authorId, firstRoomId: roomId } = workspace;
  const clientId = crypto.randomUUID();
  return store.appendMessage({
    authorId,
    roomId,
    clientId,
    body,
    threadRootId: null,
    attachmentIds: [],
  });
}

function eventually(check: () => void | Promise<void>): Promise<void> {
  return vi.waitFor(check, { interval: 5, timeout: 15_000 });
}

describe("a webhook", () => {
  it("is told what happens, in order and signed", async () => {
    const { id } = await createWebhook();
    await using _delivering = deliver();
    for (const body of ["one", "two", "three"]) await say(body);
    await eventually(() => expect(heard).toHaveLength(3));
    expect(heard.map(({ body }) => /"body":"(\w+)"/.exec(body)?.[1])).toEqual([
      "one",
      "two",
      "three",
    ]);
    const [{ headers, body } = { headers: {}, body: "" }] = heard;
    const { "webhook-id": webhookId, "webhook-timestamp": at } = headers;
    expect(Math.abs(Date.now() / 1000 - Number(at))).toBeLessThan(60);
    const hmac = createHmac("sha256", Buffer.from(key, "base64"));
    const digest = hmac.update(`${String(webhookId)}.${String(at)}.${body}`).digest("base64");
    expect(headers["webhook-signature"]).toBe(`v1,${digest}`);
    expect(JSON.parse(body)).toMatchObject({
      type: "message.created",
      data: { type: "message.created" },
    });
    await eventually(async () =>
      expect(await workspace.store.deliveriesOf(id, 9)).toMatchObject(
        Array.from({ length: 3 }, () => ({
          state: "delivered",
          status: 200,
          answer: "Thank you",
          attempts: 1,
        })),
      ),
    );
  });

  it("is told again after what failed, and given up in the end", async () => {
    const { id } = await createWebhook();
    answers = Array.from({ length: 4 }, () => () => ({ status: 503 }));
    await using _delivering = deliver();
    await say("one");
    const { store } = workspace;
    await eventually(async () =>
      expect(await store.deliveriesOf(id, 9)).toMatchObject([
        { state: "failed", attempts: 3, status: 503, nextAttemptAt: null },
      ]),
    );
    answers = [];
    const [delivery] = await store.deliveriesOf(id, 9);
    await store.redeliver(id, delivery?.id ?? "");
    await eventually(async () =>
      expect(await store.deliveriesOf(id, 9)).toMatchObject([{ state: "delivered", attempts: 1 }]),
    );
    expect(new Set(heard.map(({ headers }) => headers["webhook-id"]))).toHaveLength(1);
  });

  it("is told again at once when someone asks for it", async () => {
    const { id } = await createWebhook();
    answers = [() => ({ status: 503 })];
    await using _delivering = deliver({ pollMs: 3_600_000, waitsMs: [] });
    await say("one");
    const { store } = workspace;
    await eventually(async () =>
      expect(await store.deliveriesOf(id, 9)).toMatchObject([{ state: "failed" }]),
    );
    const [delivery] = await store.deliveriesOf(id, 9);
    await store.redeliver(id, delivery?.id ?? "");
    await eventually(async () =>
      expect(await store.deliveriesOf(id, 9)).toMatchObject([{ state: "delivered" }]),
    );
  });

  it("is told after a restart what it was not told before", async () => {
    await createWebhook();
    await say("while nobody delivered");
    await using _delivering = deliver();
    await eventually(() => expect(heard).toHaveLength(1));
  });

  it.each([
    ["its address is private", () => url, "127.0.0.1 is a private address"],
    [
      "its name leads to a private one",
      () => url.replace("127.0.0.1", "localhost"),
      "localhost is",
    ],
  ])("is not told anything when %s", async (_why, at, reason) => {
    const { id } = await createWebhook(at());
    await using _delivering = deliver({ allowPrivate: false, waitsMs: [] });
    await say("one");
    await eventually(async () => {
      const [delivery] = await workspace.store.deliveriesOf(id, 9);
      expect(delivery).toMatchObject({ state: "failed", status: null });
      expect(delivery?.answer).toContain(reason);
    });
    expect(heard).toEqual([]);
  });

  it("is not followed elsewhere", async () => {
    const { id } = await createWebhook();
    answers = [() => ({ status: 307, location: "http://169.254.169.254/" })];
    await using _delivering = deliver({ waitsMs: [] });
    await say("one");
    await eventually(async () =>
      expect(await workspace.store.deliveriesOf(id, 9)).toMatchObject([
        { state: "failed", status: 307 },
      ]),
    );
  });
});
