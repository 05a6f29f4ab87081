import type { JoinedRoom } from "../../../shared/rooms.ts";
import type { User } from "../../../shared/users.ts";
import { refuse } from "./command.ts";

const userToken = /^<@([^<>\s]+)>/;

/** The person whom a command names first, and what follows: `@ann hello`, or `ann hello`. */
export function firstPerson(
  rest: string,
  users: ReadonlyMap<string, User>,
): { user: User; after: string } {
  const [, id] = userToken.exec(rest) ?? [];
  const [word = ""] = rest.split(/\s/, 1);
  const username = word.replace(/^@/, "").toLowerCase();
  const user =
    id === undefined
      ? [...users.values()].find((each) => each.username === username)
      : users.get(id);
  if (word === "") throw refuse("Say who is meant, with an @ before the name.");
  if (!user) throw refuse(`Nobody here is called ${word}.`);
  const length = id === undefined ? word.length : `<@${id}>`.length;
  return { user, after: rest.slice(length).trim() };
}

/** Everyone whom a command names. */
export function allPeople(rest: string, users: ReadonlyMap<string, User>): User[] {
  const { user, after } = firstPerson(rest.replaceAll(/[,\s]+/g, " "), users);
  return after === "" ? [user] : [user, ...allPeople(after, users)];
}

/** One's own room that a command names: `#garden`, or `garden`. */
export function ownRoom(rest: string, rooms: readonly JoinedRoom[]): JoinedRoom | undefined {
  const [, id] = /^<#([^<>\s]+)>$/.exec(rest) ?? [];
  return rooms.find((room) =>
    id === undefined ? room.kind !== "direct" && isCalled(room, rest) : room.id === id,
  );
}

export function isCalled({ name }: { name: string }, rest: string): boolean {
  return name.toLocaleLowerCase() === rest.replace(/^#/, "").toLocaleLowerCase();
}
