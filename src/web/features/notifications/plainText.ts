import type { Snapshot } from "../../../shared/events.ts";
import type { Message } from "../../../shared/messages.ts";

const longest = 240;

/** A message in a few lines without marks: systems show notifications as they are. */
export function plainText(
  { body, attachments }: Message,
  { users, rooms }: Pick<Snapshot, "users" | "rooms">,
): string {
  const text = body
    .replaceAll(
      /<@([\w-]+)>/g,
      (_, id) => `@${users.find((user) => user.id === id)?.displayName ?? "someone"}`,
    )
    .replaceAll(
      /<#([\w-]+)>/g,
      (_, id) => `#${rooms.find((room) => room.id === id)?.name ?? "a room"}`,
    )
    .replaceAll(/<!(room|here)>/g, "@$1")
    .replaceAll(/^```.*$/gm, "")
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replaceAll(/(\*\*|__|~~|`)/g, "")
    .replaceAll(/\n{2,}/g, "\n")
    .trim();
  if (text === "") return attachments.map(({ name }) => name).join(", ");
  return text.length > longest ? `${text.slice(0, longest).trimEnd()}…` : text;
}
