/** Who and what can be named in a message, by the words that one types after `@` and `#`. */
export interface Directory {
  users: readonly DirectoryUser[];
  rooms: readonly DirectoryRoom[];
  /** Whether one may name the whole room at once; guests may not. */
  everyone: boolean;
  /** None until someone begins to name one. */
  emoji: readonly DirectoryEmoji[];
}

export interface DirectoryEmoji {
  /** What it puts into the text. */
  word: string;
  names: readonly string[];
  tags: readonly string[];
}

export interface DirectoryUser {
  id: string;
  username: string;
  displayName: string;
  /** Whether they can be reached: those who cannot keep their names but are not proposed. */
  active: boolean;
}

export interface DirectoryRoom {
  id: string;
  name: string;
}

/** One stretch of text that names someone or something, and what is stored for it. */
export interface NamedSpan {
  start: number;
  end: number;
  token: string;
}

interface Entry {
  name: string;
  token: string;
}

/** The words behind each sign, longest first, so that "@Ann Lee" is not taken for "@Ann". */
interface Names {
  "@": Entry[];
  "#": Entry[];
}

const prepared = new WeakMap<Directory, Names>();

export function namesOf(directory: Directory): Names {
  const known = prepared.get(directory);
  if (known) return known;
  const names = {
    "@": longestFirst([...peopleByName(directory.users), ...everyone(directory)]),
    "#": longestFirst(
      directory.rooms.map(({ id, name }) => ({ name: fold(name), token: `<#${id}>` })),
    ),
  };
  prepared.set(directory, names);
  return names;
}

export function fold(text: string): string {
  return text.toLocaleLowerCase();
}

/** Usernames always mean their user; a display name only while nobody else goes by it. */
function peopleByName(users: readonly DirectoryUser[]): Entry[] {
  const owners = new Map<string, string | null>();
  const claim = (name: string, id: string) => {
    const owner = owners.get(name);
    owners.set(name, owner === undefined || owner === id ? id : null);
  };
  const activeFirst = users.toSorted((a, b) => Number(b.active) - Number(a.active));
  const activeNames = new Set<string>();
  for (const user of activeFirst) {
    const name = fold(user.displayName);
    if (user.active) activeNames.add(name);
    // Who has left does not make the name of someone who is there ambiguous.
    else if (activeNames.has(name)) continue;
    claim(name, user.id);
  }
  for (const user of users) owners.set(fold(user.username), user.id);
  return [...owners].flatMap(([name, id]) => (id === null ? [] : [{ name, token: `<@${id}>` }]));
}

function everyone(directory: Directory): Entry[] {
  const { users } = directory;
  if (!directory.everyone) return [];
  const taken = new Set(users.map((user) => fold(user.username)));
  return ["room", "here"]
    .filter((word) => !taken.has(word))
    .map((word) => ({ name: word, token: `<!${word}>` }));
}

function longestFirst(entries: Entry[]): Entry[] {
  return entries
    .filter(({ name }) => name !== "")
    .toSorted((a, b) => b.name.length - a.name.length);
}
