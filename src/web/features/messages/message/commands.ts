import type { OutboxEntry } from "../../../../client/index.ts";
import type { Message } from "../../../../shared/messages.ts";

export type Command =
  | "react"
  | "thread"
  | "quote"
  | "edit"
  | "pin"
  | "save"
  | "copyText"
  | "copyLink"
  | "markUnread"
  | "delete";

interface Reader {
  meId: string;
  canWrite: boolean;
  canModerate: boolean;
  inThread: boolean;
}

/** What its reader may do with a message. What is still being sent has its own buttons. */
export function commandsFor(
  message: Message,
  outbox: OutboxEntry | null,
  reader: Reader,
): ReadonlySet<Command> {
  const commands = new Set<Command>();
  if (outbox !== null) return commands;
  const own = message.authorId === reader.meId;
  const there = message.deletedAt === null;
  if (there && reader.canWrite) commands.add("react");
  if (!reader.inThread && (there || message.thread)) commands.add("thread");
  if (there && reader.canWrite) commands.add("quote");
  if (there && reader.canWrite && own) commands.add("edit");
  if (there && reader.canWrite) commands.add("pin");
  if (there) commands.add("save");
  if (there && message.body) commands.add("copyText");
  commands.add("copyLink");
  if (!reader.inThread) commands.add("markUnread");
  if (there && reader.canWrite && (own || reader.canModerate)) commands.add("delete");
  return commands;
}

/** The letter or key that does it while the message has the focus. */
export const commandKeys: Record<Command, string> = {
  react: "R",
  thread: "T",
  quote: "Q",
  edit: "E",
  pin: "P",
  save: "S",
  copyText: "C",
  copyLink: "L",
  markUnread: "U",
  delete: "Delete",
};

export function commandOfKey(key: string): Command | null {
  const letter = key === "Backspace" ? "Delete" : key.length === 1 ? key.toUpperCase() : key;
  for (const [command, bound] of Object.entries(commandKeys)) {
    if (bound === letter && isCommand(command)) return command;
  }
  return null;
}

function isCommand(name: string): name is Command {
  return name in commandKeys;
}
