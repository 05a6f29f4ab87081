import { v7 as uuidv7 } from "uuid";
import type {
  BotCommand,
  BotCommandsSet,
  CommandAnswer,
  CommandInvoke,
  Invocation,
} from "../../../../shared/botCommands.ts";
import { SnugError } from "../../../../shared/errors.ts";
import type { Database } from "../database.ts";
import { columnsOf } from "../database.ts";
import type { Log } from "../logWriter.ts";
import { commandsIn, commandsOf } from "../reads/botCommands.ts";
import { memberRoom, noSuchRoom } from "../reads/rooms.ts";
import { commandInvocations } from "../schema/botCommands.ts";
import { roomArchived } from "./openRooms.ts";
import { rootFor } from "./threads.ts";

export function setBotCommands(
  db: Database,
  { botId, commands }: BotCommandsSet & { botId: string },
): BotCommand[] {
  db.prepare<[string]>("DELETE FROM bot_commands WHERE bot_id = ?").run(botId);
  const insert = db.prepare<[{ botId: string; name: string; takes: string; summary: string }]>(
    `INSERT INTO bot_commands (bot_id, name, takes, summary)
     VALUES (@botId, @name, @takes, @summary) ON CONFLICT (name) DO NOTHING`,
  );
  for (const command of commands) {
    const { changes } = insert.run({ ...command, botId });
    if (changes === 0) {
      throw new SnugError("INVALID_INPUT", `Another bot has the command /${command.name}.`);
    }
  }
  return commandsOf(db, botId);
}

/** [RT2] The same client id gives the first invocation, and tells the bot nothing again. */
export function invokeCommand(
  db: Database,
  { userId, ...wish }: CommandInvoke & { userId: string },
  log: Log,
): Invocation {
  const { roomId, clientId, name, text, threadRootId } = wish;
  const before = db
    .prepare<[string, string], InvocationRow>(
      `SELECT ${invocationColumns} FROM command_invocations i
       WHERE i.user_id = ? AND i.client_id = ?`,
    )
    .get(userId, clientId);
  if (before) return toInvocation(before);
  const room = memberRoom(db, userId, roomId);
  if (!room) throw noSuchRoom();
  if (room.archivedAt !== null) throw roomArchived();
  if (threadRootId !== null) rootFor(db, threadRootId, roomId);
  const command = commandsIn(db, roomId).find((each) => each.name === name);
  if (!command) throw new SnugError("NOT_FOUND", `There is no command /${name} in this room.`);
  const { botId } = command;
  const createdAt = log.at;
  const row = {
    id: uuidv7(),
    roomId,
    threadRootId,
    userId,
    botId,
    clientId,
    name,
    text,
    createdAt,
  };
  db.orm.insert(commandInvocations).values(row).run();
  const invocation = toInvocation(row);
  log.emit({ kind: "user", userId: botId }, { type: "command.invoked", invocation });
  return invocation;
}

/** To who wrote the command, while they are in its room. */
export function answerCommand(
  db: Database,
  { botId, invocationId, body }: CommandAnswer & { botId: string },
  log: Log,
): void {
  const row = db
    .prepare<[string, string], InvocationRow>(
      `SELECT ${invocationColumns} FROM command_invocations i WHERE i.id = ? AND i.bot_id = ?`,
    )
    .get(invocationId, botId);
  if (!row) throw new SnugError("NOT_FOUND", "Nobody gave you this command.");
  const { roomId, threadRootId, userId } = row;
  if (!memberRoom(db, botId, roomId)) throw noSuchRoom();
  if (!memberRoom(db, userId, roomId)) {
    throw new SnugError("NOT_FOUND", "Whoever gave this command has left the room.");
  }
  log.emit(
    { kind: "user", userId },
    { type: "command.answered", roomId, threadRootId, invocationId, botId, body },
  );
}

type InvocationRow = typeof commandInvocations.$inferSelect;

const invocationColumns = columnsOf(commandInvocations, "i");

function toInvocation({ clientId: _clientId, ...invocation }: InvocationRow): Invocation {
  return invocation;
}
