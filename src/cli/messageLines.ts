import type { Snapshot } from "../shared/events.ts";
import type { Message } from "../shared/messages.ts";

/** A message for a terminal: when, who, what; further lines stand under the first. */
export function messageLines(message: Message, snapshot: Snapshot | null): string {
  const { createdAt, authorId, authorName, body, attachments } = message;
  const at = new Date(createdAt);
  const time = [at.getHours(), at.getMinutes()].map((part) => String(part).padStart(2, "0"));
  const name = authorName ?? personNamed(authorId, snapshot);
  const said = [withNames(body, snapshot), ...attachments.map((file) => `[${file.name}]`)]
    .filter((line) => line !== "")
    .join("\n");
  return printable(`${time.join(":")} ${name}: ${said}`).replaceAll("\n", "\n      ");
}

function withNames(body: string, snapshot: Snapshot | null): string {
  return body
    .replaceAll(/<@([\w-]{1,64})>/g, (_, id: string) => `@${personNamed(id, snapshot)}`)
    .replaceAll(/<#([\w-]{1,64})>/g, (_, id: string) => `#${roomNamed(id, snapshot)}`)
    .replaceAll(/<!(room|here)>/g, "@$1");
}

function personNamed(id: string, snapshot: Snapshot | null): string {
  return snapshot?.users.find((user) => user.id === id)?.displayName ?? "someone";
}

function roomNamed(id: string, snapshot: Snapshot | null): string {
  return snapshot?.rooms.find((room) => room.id === id)?.name ?? "a room";
}

/** Control characters would be orders to the terminal. */
function printable(text: string): string {
  return text.replaceAll(/[^\P{Cc}\n\t]/gu, "");
}
