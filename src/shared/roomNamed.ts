import type { Room } from "./rooms.ts";

/** The room that someone means by its name, with or without the #, or by its id: direct rooms have no name. */
export function roomNamed<Named extends Pick<Room, "id" | "kind" | "name">>(
  rooms: readonly Named[],
  text: string,
): Named | undefined {
  const name = text.replace(/^#/, "").toLocaleLowerCase();
  return rooms.find(
    ({ id, kind, name: own }) =>
      id === text || (kind !== "direct" && own.toLocaleLowerCase() === name),
  );
}
