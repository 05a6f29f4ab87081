import type { BotCommand } from "../../../../shared/botCommands.ts";
import type { Database } from "../database.ts";

const columns = "c.name, c.takes, c.summary, c.bot_id AS botId";

export function commandsOf(db: Database, botId: string): BotCommand[] {
  return db
    .prepare<[string], BotCommand>(
      `SELECT ${columns} FROM bot_commands c WHERE c.bot_id = ? ORDER BY c.name`,
    )
    .all(botId);
}

/** Of the bots that are in the room and in service. */
export function commandsIn(db: Database, roomId: string): BotCommand[] {
  return db
    .prepare<[string], BotCommand>(
      `SELECT ${columns} FROM memberships m
       JOIN users u ON u.id = m.user_id AND u.role = 'bot' AND u.status = 'active'
       JOIN bot_commands c ON c.bot_id = u.id
       WHERE m.room_id = ? ORDER BY c.name`,
    )
    .all(roomId);
}

/** For an export. */
export function allCommands(db: Database): BotCommand[] {
  return db.prepare<[], BotCommand>(`SELECT ${columns} FROM bot_commands c ORDER BY c.name`).all();
}
