import type { Command, Here } from "./command.ts";
import { refuse } from "./command.ts";
import { active } from "./commands/active.ts";
import { archive } from "./commands/archive.ts";
import { away } from "./commands/away.ts";
import { dnd } from "./commands/dnd.ts";
import { help } from "./commands/help.ts";
import { invite } from "./commands/invite.ts";
import { join } from "./commands/join.ts";
import { leave } from "./commands/leave.ts";
import { logout } from "./commands/logout.ts";
import { me } from "./commands/me.ts";
import { msg } from "./commands/msg.ts";
import { mute } from "./commands/mute.ts";
import { nick } from "./commands/nick.ts";
import { remove } from "./commands/remove.ts";
import { rename } from "./commands/rename.ts";
import { shrug } from "./commands/shrug.ts";
import { status } from "./commands/status.ts";
import { topic } from "./commands/topic.ts";

/** Every command there is, in the order of the list: what one says, people, rooms, oneself. */
const all: readonly Command[] = [
  me,
  shrug,
  msg,
  invite,
  remove,
  join,
  leave,
  topic,
  rename,
  mute,
  archive,
  nick,
  status,
  away,
  dnd,
  active,
  logout,
  help,
];

/** Those that one may use here. */
export function offeredCommands(here: Here): Command[] {
  return all.filter((command) => isOffered(command, here));
}

/** Whether the name means something without any bot. */
export function isOwnCommand(name: string): boolean {
  return all.some((command) => command.name === name);
}

/** Does what was written; throws why it cannot be done. */
export async function runCommand(name: string, rest: string, here: Here): Promise<void> {
  const command = all.find((each) => each.name === name);
  if (!command) {
    throw refuse(`There is no command /${name}. To send it as text, write //${name}.`);
  }
  if (!isOffered(command, here)) {
    throw refuse(`You cannot use /${name} here. To send it as text, write //${name}.`);
  }
  if (command.takes === "" && rest !== "") {
    throw refuse(`Nothing follows /${name}. To send it as text, write //${name}.`);
  }
  await command.run(rest, here);
}

function isOffered({ offered }: Command, here: Here): boolean {
  return offered?.(here) ?? true;
}
