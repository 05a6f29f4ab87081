import Connection from "better-sqlite3";
import { SnugError } from "../../../shared/errors.ts";
import { UpkeepError } from "../upkeep.ts";

/** What a failed statement means to whoever asked: a name that is taken, a disk that is full, or a bug. */
export function asFailure(error: unknown): unknown {
  const cause = sqliteErrorIn(error);
  if (!cause) return error;
  if (cause.code === "SQLITE_CONSTRAINT_UNIQUE") return taken(cause.message) ?? error;
  if (cause.code === "SQLITE_CONSTRAINT_FOREIGNKEY") {
    return new SnugError("NOT_FOUND", "Something that this refers to is gone.");
  }
  return unavailable.test(cause.code) ? cannotStore() : error;
}

export function cannotStore(): SnugError {
  return new SnugError(
    "UNAVAILABLE",
    "The server cannot reach its storage. Try again in a moment.",
    {
      retryAfterMs: 1000,
    },
  );
}

/** A full disk, a damaged file: what SQLite says of them is for people, where it came from is not. */
export function asUpkeepFailure(error: unknown): unknown {
  if (!(error instanceof Connection.SqliteError)) return error;
  const message = `The database cannot be read: ${error.message}. "snug doctor" looks what is wrong.`;
  return new UpkeepError(message, { cause: error });
}

const unavailable = /^SQLITE_(BUSY|LOCKED|FULL|IOERR|NOMEM|READONLY|CANTOPEN|PROTOCOL)/;

function taken(message: string): SnugError | null {
  if (message.endsWith("users.username_key")) {
    return new SnugError("USERNAME_TAKEN", "That username is taken. Choose another one.");
  }
  if (message.endsWith("users.email_key")) {
    return new SnugError("EMAIL_TAKEN", "Someone with that e-mail address is here already.");
  }
  if (message.endsWith("rooms.name_key")) {
    return new SnugError("ROOM_NAME_TAKEN", "A room of that name exists. Choose another name.");
  }
  return null;
}

/** Drizzle may wrap what the driver threw. */
function sqliteErrorIn(error: unknown): InstanceType<typeof Connection.SqliteError> | null {
  if (error instanceof Connection.SqliteError) return error;
  return error instanceof Error && error.cause !== undefined ? sqliteErrorIn(error.cause) : null;
}
