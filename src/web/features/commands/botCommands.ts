import { uuidv7 } from "../../../client/uuid.ts";
import type { BotCommand } from "../../../shared/botCommands.ts";
import { isOwnCommand } from "./all.ts";
import type { Here } from "./command.ts";

/** What bots of the room offer, but for names that mean something without them. */
export async function offeredByBots({ api, room }: Here): Promise<BotCommand[]> {
  const commands = await api.botCommands.inRoom.query({ roomId: room.id });
  return commands.filter(({ name }) => !isOwnCommand(name));
}

/** [RT2] Kept until it is answered: whoever presses Enter again after a failure has it done once. */
let unanswered = { said: "", clientId: "" };

/** Gives a command to the bot that it belongs to; `false` when it is no bot's. */
export async function runByBot(name: string, rest: string, here: Here): Promise<boolean> {
  const offered = await offeredByBots(here);
  if (!offered.some((command) => command.name === name)) return false;
  const { api, room, rootId } = here;
  const said = JSON.stringify([room.id, rootId, name, rest]);
  if (unanswered.said !== said) unanswered = { said, clientId: uuidv7() };
  await api.botCommands.invoke.mutate({
    roomId: room.id,
    clientId: unanswered.clientId,
    name,
    text: rest,
    threadRootId: rootId,
  });
  unanswered = { said: "", clientId: "" };
  return true;
}
