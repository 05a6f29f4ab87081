import { createHmac } from "node:crypto";
import type { IncomingMessage, RequestOptions } from "node:http";

import { limits } from "../../shared/limits.ts";
import type { DueDelivery } from "../store/port.ts";
import { lookupPublic, requirePublicHost } from "./addresses.ts";

export interface SendOptions {
  allowPrivate: boolean;
  timeoutMs: number;
}

export interface Answer {
  /** `null` when there was none. */
  status: number | null;
  text: string;
}

/**
 * Posts one delivery, signed. It follows no redirect: each would lead to another address, and who moved can say so. It
 * never rejects, whatever is at the other end.
 */
export async function send(delivery: DueDelivery, options: SendOptions): Promise<Answer> {
  try {
    const url = new URL(delivery.url);
    if (!options.allowPrivate) requirePublicHost(url);
    return await post(url, delivery, options);
  } catch (error) {
    const reason = error instanceof Error ? error.message || error.name : String(error);
    return { status: null, text: reason.slice(0, limits.webhookAnswer) };
  }
}

async function post(
  url: URL,
  { id, secret, body }: DueDelivery,
  { allowPrivate, timeoutMs }: SendOptions,
): Promise<Answer> {
  // Only where there are webhooks: either of the two takes a server without them a tenth of its start.
  const { request } =
    url.protocol === "https:" ? await import("node:https") : await import("node:http");
  const options: RequestOptions = {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
      "user-agent": "Snug",
      ...signature({ id, secret, body }, Math.floor(Date.now() / 1000)),
    },
    agent: false,
    signal: AbortSignal.timeout(timeoutMs),
    ...(!allowPrivate && { lookup: lookupPublic }),
  };
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const sent = request(url, options, resolve);
  sent.on("error", reject);
  sent.end(body);
  const response = await promise;
  const status = response.statusCode ?? null;
  return { status, text: await beginningOf(response) };
}

/** No more than is kept of it; the rest is not even read. */
async function beginningOf(response: IncomingMessage): Promise<string> {
  let text = "";
  response.setEncoding("utf8");
  for await (const chunk of response) {
    text += String(chunk);
    if (text.length >= limits.webhookAnswer) break;
  }
  return text.slice(0, limits.webhookAnswer).toWellFormed();
}

/**
 * As the Standard Webhooks specification has it: over the id, the time and the body, so that none of it can be changed,
 * and what was overheard cannot be played again later.
 */
export function signature(
  { id, secret, body }: Pick<DueDelivery, "id" | "secret" | "body">,
  timestamp: number,
): Record<string, string> {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const digest = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return {
    "webhook-id": id,
    "webhook-timestamp": String(timestamp),
    "webhook-signature": `v1,${digest}`,
  };
}
