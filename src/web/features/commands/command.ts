import type { SnugClient } from "../../../client/index.ts";
import { SnugError } from "../../../shared/errors.ts";
import type { JoinedRoom } from "../../../shared/rooms.ts";
import type { User } from "../../../shared/users.ts";

/** Something that one does by writing `/name` in a composer. One file makes one; `all.ts` lists them. */
export interface Command {
  /** Lower case, without the slash. */
  name: string;
  /** What may follow the name, in words: "a new name". Empty when nothing does. */
  takes: string;
  /** What it does, in one line. */
  summary: string;
  /** Whether someone may use it where they are; absent: always. */
  offered?: (here: Here) => boolean;
  /** `rest` is what follows the name, with people and rooms by id. Throws what `refuse` makes. */
  run: (rest: string, here: Here) => Promise<void> | void;
}

/** Where a command is used, by whom, and what it can do there. */
export interface Here {
  api: SnugClient["api"];
  presence: Pick<SnugClient["presence"], "setMode">;
  me: User;
  room: JoinedRoom;
  /** The thread that one writes in; `null` for the room itself. */
  rootId: string | null;
  users: ReadonlyMap<string, User>;
  rooms: readonly JoinedRoom[];
  may: {
    /** Rename the room and take people out of it. */
    manage: boolean;
    /** Archive it. */
    close: boolean;
  };
  /** Into the room or thread that one writes in. */
  say: (body: string) => void;
  sayIn: (roomId: string, body: string) => void;
  openRoom: (roomId: string) => void;
  /** The first page, after one has left the room. */
  goHome: () => void;
  openHelp: () => void;
  /** Says what was done, where nothing else shows it. */
  tell: (words: string, undo?: { label: string; onAction: () => void }) => void;
  signOut: () => Promise<void>;
}

/** Why a command cannot be done, and what to do instead. What was written stays. */
export function refuse(words: string): SnugError {
  return new SnugError("INVALID_INPUT", words);
}
