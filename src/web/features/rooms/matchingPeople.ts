import type { User } from "../../../shared/users.ts";

const shown = 50;

/** Who is active and has a word in their names that begins with what was typed: people, then bots. */
export function matchingPeople(
  users: ReadonlyMap<string, User>,
  query: string,
  without: ReadonlySet<string>,
): User[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return [...users.values()]
    .filter((user) => user.status === "active" && !without.has(user.id))
    .filter((user) => words.every((word) => beginsWith(user, word)))
    .toSorted(peopleFirst)
    .slice(0, shown);
}

/** Then by name. */
function peopleFirst(a: User, b: User): number {
  const standing = Number(a.role === "bot") - Number(b.role === "bot");
  return standing || a.displayName.localeCompare(b.displayName);
}

function beginsWith({ displayName, username }: User, word: string): boolean {
  const parts = `${displayName} ${username}`.toLocaleLowerCase().split(/[\s._-]+/u);
  return username.startsWith(word) || parts.some((part) => part.startsWith(word));
}
