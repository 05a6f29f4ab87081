import { randomUUID } from "node:crypto";

import type { RawData } from "ws";

/** What a peer sends to everyone: less than a chat needs, to be no heavier than it must be. */
export function messageOf(said: unknown) {
  return {
    type: "message",
    id: randomUUID(),
    author: "ada",
    room: "general",
    text: textIn(said),
    at: new Date().toISOString(),
  };
}

/** What came over a socket. */
export function saidIn(data: RawData): unknown {
  if (!Buffer.isBuffer(data)) throw new Error("Not a message in one piece.");
  return JSON.parse(data.toString());
}

export function textIn(said: unknown): string {
  if (typeof said === "object" && said !== null && "text" in said) return String(said.text);
  throw new Error("Nothing was said.");
}
