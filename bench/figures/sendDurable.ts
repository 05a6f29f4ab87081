import { setTimeout as delay } from "node:timers/promises";

import { peerReady, peerScript } from "../chats/peer.ts";
import type { Chat } from "../chats/chat.ts";
import { startSnug } from "../chats/snug.ts";
import { temporaryFolder } from "../data/folder.ts";
import { Crowd } from "../load/crowd.ts";
import { HttpClient } from "../load/http.ts";
import { textOf } from "../load/texts.ts";
import type { ServerProcess } from "../processes/serverProcess.ts";
import { startProcess } from "../processes/serverProcess.ts";
import { busyDuring } from "./fanout.ts";
import type { Effort, Figure, Sample } from "./figure.ts";

const common = {
  unit: "1/s",
  better: "higher",
  goal: { ratios: { "http-sqlite": 0.7 } },
} as const;

const method =
  "64 senders, each with a connection and the next request as soon as the last one is answered: " +
  "acknowledged, so synced to disk, during 5 seconds, after 2 seconds to warm up. ";

export const sendDurable: Figure = {
  ...common,
  name: "send.durable",
  title: "Acknowledged sends per second",
  method: `${method}Every sender also listens, as clients do, so Snug delivers each message 64 times.`,
  contenders: { snug: snugSends({ listening: true }), "http-sqlite": httpSqliteSends },
};

export const sendDurableUnheard: Figure = {
  ...common,
  name: "send.durable.unheard",
  title: "Acknowledged sends per second, with nobody listening",
  method: `${method}Nobody listens.`,
  contenders: { snug: snugSends({ listening: false }), "http-sqlite": httpSqliteSends },
};

const senders = 64;

function snugSends({ listening }: { listening: boolean }) {
  return async (effort: Effort): Promise<Sample> => {
    await using chat = await startSnug(senders);
    const crowd = new Crowd(senders);
    if (listening) await listenAll(chat, crowd);
    let said = 0;
    const sample = await sendsPerSecond(effort, chat.server, (sender) =>
      chat.say([said++], sender),
    );
    if (listening) {
      await crowd.everyoneHas(said);
      crowd.check(said);
    }
    return sample;
  };
}

async function listenAll(chat: Chat, crowd: Crowd): Promise<void> {
  await chat.listen({
    count: crowd.size,
    hear: (listener, payload) => crowd.hear(listener, payload),
  });
}

async function httpSqliteSends(effort: Effort): Promise<Sample> {
  await using folder = await temporaryFolder();
  await using server = await startProcess({
    args: [peerScript("httpSqlite.ts"), folder.path],
    ready: peerReady,
  });
  const http = new HttpClient(server.port);
  let said = 0;
  const sample = await sendsPerSecond(effort, server, () =>
    http.ask({ path: "/", body: JSON.stringify({ text: textOf(said++) }) }),
  );
  http.close();
  return sample;
}

async function sendsPerSecond(
  { quick }: Effort,
  server: ServerProcess,
  send: (sender: number) => Promise<unknown>,
): Promise<Sample> {
  const stop = new AbortController();
  let answered = 0;
  async function keepSending(sender: number): Promise<void> {
    while (!stop.signal.aborted) {
      await send(sender);
      answered += 1;
    }
  }
  const sending = Promise.all(Array.from({ length: senders }, (_, sender) => keepSending(sender)));
  // Whoever cannot send ends the wait, too.
  const during = (ms: number) => Promise.race([delay(ms), sending.then(() => undefined)]);
  await during(quick ? 200 : 2000);
  let counted = 0;
  const { seconds, busy } = await busyDuring(server, async () => {
    const before = answered;
    await during(quick ? 500 : 5000);
    counted = answered - before;
  });
  stop.abort();
  await sending;
  return { value: counted / seconds, facts: busy };
}
