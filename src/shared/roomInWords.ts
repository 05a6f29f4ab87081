import type { Room } from "./rooms.ts";

/**
 * A room's name as a text has it: a title, a label, a notification. A private room has a lock where a public one has
 * its #. Text cannot show that, and the # would say that everyone may come in, so the name stands alone; as do the
 * people of a direct room. Where a message names a room, the # is part of what was written, as the @ is before people.
 */
export function roomInWords({ kind, name }: Pick<Room, "kind" | "name">): string {
  return kind === "public" ? `#${name}` : name;
}
