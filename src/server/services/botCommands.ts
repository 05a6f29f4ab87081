import type {
  BotCommand,
  BotCommandsSet,
  CommandAnswer,
  CommandInvoke,
  Invocation,
} from "../../shared/botCommands.ts";
import type { User } from "../../shared/users.ts";
import type { Store } from "../store/port.ts";
import { forbidden, found } from "./access.ts";

/** What people have bots do by writing `/name`. */
export function createBotCommands(store: Store) {
  return {
    /** A bot says what it offers itself: its program knows best, and says it anew at each start. */
    async set(actor: User, { commands }: BotCommandsSet): Promise<BotCommand[]> {
      requireBot(actor);
      return store.setBotCommands(actor.id, commands);
    },

    async inRoom(actor: User, roomId: string): Promise<BotCommand[]> {
      found(await store.room(actor.id, roomId, "member"), "room");
      return store.commandsIn(roomId);
    },

    /** [RT2] Nothing is checked here that could refuse a retry of what was done. */
    invoke(actor: User, command: CommandInvoke): Promise<Invocation> {
      return store.invokeCommand(actor.id, command);
    },

    async answer(actor: User, answer: CommandAnswer): Promise<void> {
      requireBot(actor);
      await store.answerCommand(actor.id, answer);
    },
  };
}

function requireBot({ role }: User): void {
  if (role !== "bot") throw forbidden("Only bots have commands. Use a bot's token.");
}
