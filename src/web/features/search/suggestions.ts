import type { JoinedRoom } from "../../../shared/rooms.ts";
import { hasKinds, isKinds } from "../../../shared/searchQuery.ts";
import { fold } from "../../../shared/searchText.ts";
import type { User } from "../../../shared/users.ts";

/** What may stand in the place of what is being written. */
export interface Suggestion {
  kind: "recent" | "operator" | "person" | "room";
  key: string;
  /** Of a person. */
  userId?: string;
  text: string;
  title: string;
  detail: string;
}

export interface Completion {
  /** Where the text to replace begins and ends. */
  start: number;
  end: number;
  suggestions: Suggestion[];
}

export interface Sources {
  users: ReadonlyMap<string, User>;
  rooms: readonly JoinedRoom[];
  meId: string;
  recents: readonly string[];
  /** The one that is open. */
  roomId: string | null;
}

/** Operators with what they mean, in the order in which they are offered. */
export const operators: readonly { text: string; detail: string }[] = [
  { text: "from:", detail: "Who wrote it" },
  { text: "in:", detail: "A room, or @someone" },
  { text: "has:", detail: "A file, image, link, reaction or thread" },
  { text: "is:", detail: "In a thread, pinned or saved" },
  { text: "on:", detail: "A day, month or year" },
  { text: "before:", detail: "Earlier than a day" },
  { text: "after:", detail: "Later than a day" },
];

const most = 8;
/** From so many letters on, names are offered without an operator. */
const namesFrom = 2;

export function completionAt(text: string, caret: number, sources: Sources): Completion {
  const written = /(?:^|\s)(-?)((?:[a-z]+:)?(?:"[^"]*|[^\s"]*))$/i.exec(text.slice(0, caret));
  const piece = written?.[2] ?? "";
  const start = caret - piece.length;
  const end = caret + (/^[^\s"]*"?/.exec(text.slice(caret))?.[0].length ?? 0);
  if (text.trim() === "") return { start: 0, end: text.length, suggestions: atRest(sources) };
  const suggestions = piece === "" ? [] : suggestionsFor(piece, sources).slice(0, most);
  return { start, end, suggestions };
}

function atRest(sources: Sources): Suggestion[] {
  const recents: Suggestion[] = sources.recents.slice(0, 5).map((text) => {
    return { kind: "recent", key: `recent ${text}`, text, title: text, detail: "" };
  });
  const here = placesIn(sources).filter(({ key }) => key === sources.roomId);
  return [
    ...recents,
    ...here.map((room) => ({ ...room, detail: "This room" })),
    ...operatorsFor(""),
  ];
}

function suggestionsFor(piece: string, sources: Sources): Suggestion[] {
  const [, key, value = ""] = /^([a-z]+):"?(.*)$/i.exec(piece) ?? [];
  switch (key?.toLowerCase()) {
    case "from":
      return matching(peopleIn(sources), value);
    case "in":
      return matching(placesIn(sources), value);
    case "has":
      return valuesFor("has:", hasKinds, value);
    case "is":
      return valuesFor("is:", isKinds, value);
    case "on":
    case "before":
    case "after":
      return valuesFor(`${key}:`, ["today", "yesterday"], value);
    case undefined:
      return byName(piece, sources);
    default:
      return [];
  }
}

function byName(piece: string, sources: Sources): Suggestion[] {
  const found = operatorsFor(piece);
  if (piece.length < namesFrom) return found;
  const people = matching(peopleIn(sources), piece.replace(/^@/, "")).slice(0, 3);
  const rooms = matching(placesIn(sources), piece.replace(/^#/, "")).slice(0, 3);
  return [...found, ...people, ...rooms];
}

function operatorsFor(piece: string): Suggestion[] {
  return operators
    .filter(({ text }) => text.startsWith(piece.toLowerCase()))
    .map(({ text, detail }) => ({ kind: "operator", key: text, text, title: text, detail }));
}

function valuesFor(operator: string, values: readonly string[], begun: string): Suggestion[] {
  return values
    .map((value) => operator + value)
    .filter((text) => text.startsWith((operator + begun).toLowerCase()))
    .map((text) => ({ kind: "operator", key: text, text: `${text} `, title: text, detail: "" }));
}

function peopleIn({ users, meId }: Sources): Suggestion[] {
  const people = [...users.values()].toSorted(
    (a, b) =>
      Number(b.id === meId) - Number(a.id === meId) || a.displayName.localeCompare(b.displayName),
  );
  return people.map(({ id, username, displayName }) => ({
    kind: "person",
    key: id,
    userId: id,
    text: id === meId ? "from:me " : `from:${username} `,
    title: displayName,
    detail: id === meId ? "from:me" : `from:${username}`,
  }));
}

/** Rooms, those with most recent talk first, and one's talks with one other. */
function placesIn({ rooms, users, meId }: Sources): Suggestion[] {
  const places: Suggestion[] = [];
  for (const room of rooms.toSorted((a, b) => b.lastMessageSeq - a.lastMessageSeq)) {
    if (room.kind !== "direct") {
      const name = /\s/.test(room.name) ? `"${room.name}"` : room.name;
      places.push(placeOf(room.id, `in:${name}`, room.name));
      continue;
    }
    const [otherId, ...more] = room.directUserIds.filter((id) => id !== meId);
    const other = otherId === undefined ? undefined : users.get(otherId);
    if (!other || more.length > 0) continue;
    places.push({
      ...placeOf(room.id, `in:@${other.username}`, other.displayName),
      userId: other.id,
    });
  }
  return places;
}

function placeOf(key: string, text: string, title: string): Suggestion {
  return { kind: "room", key, text: `${text} `, title, detail: text };
}

/** Those whose name, or a word of it, begins so; then those that have it anywhere. */
function matching(suggestions: readonly Suggestion[], begun: string): Suggestion[] {
  const sought = fold(begun.replace(/^[@#]/, ""));
  const ranked = suggestions.map((suggestion) => {
    const names = [...suggestion.title.split(/\s+/), suggestion.title, wordOf(suggestion)].map(
      fold,
    );
    const rank = names.some((name) => name.startsWith(sought)) ? 2 : 1;
    return { suggestion, rank: names.some((name) => name.includes(sought)) ? rank : 0 };
  });
  return ranked
    .filter(({ rank }) => rank > 0)
    .toSorted((a, b) => b.rank - a.rank)
    .map(({ suggestion }) => suggestion);
}

/** What is written behind the operator. */
function wordOf({ text }: Suggestion): string {
  return text.slice(text.indexOf(":") + 1);
}
