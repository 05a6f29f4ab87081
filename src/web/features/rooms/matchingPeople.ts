import type { User } from "../../../shared/users.ts";

const shown = 50;

/** Active people whose name or username has a word that begins with what was typed, by name. */
export function matchingPeople(
  users: ReadonlyMap<string, User>,
  query: string,
  without: ReadonlySet<string>,
): User[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return [...users.values()]
    .filter((user) => user.status === "active" && user.role !== "bot" && !without.has(user.id))
    .filter((user) => words.every((word) => beginsWith(user, word)))
    .toSorted((a, b) => a.displayName.localeCompare(b.displayName))
    .slice(0, shown);
}

function beginsWith({ displayName, username }: User, word: string): boolean {
  const parts = `${displayName} ${username}`.toLocaleLowerCase().split(/[\s._-]+/u);
  return username.startsWith(word) || parts.some((part) => part.startsWith(word));
}
