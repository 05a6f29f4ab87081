import type { CommandHint } from "./commandHints.ts";
import { fold } from "./directory.ts";
import type { Directory } from "./directory.ts";
import { wordFor } from "./names.ts";

/** What is being typed after a sign: `@mi|`. */
export interface Trigger {
  sign: "@" | "#" | ":" | "/";
  query: string;
  /** Where the sign stands. */
  start: number;
}

export interface Suggestion {
  key: string;
  kind: "user" | "room" | "everyone" | "emoji" | "command";
  /** The user's or room's id; "room" or "here" for everyone; an emoji itself; a command's name. */
  id: string;
  /** What it puts into the text, without a space after it. */
  word: string;
  title: string;
  detail: string;
}

const shown = 8;
const pattern = /(?:^|[\s([{"'*_~>])([@#])([^\n@#]{0,30})$/u;
/** Two letters at least, so that neither a smiley nor the time of day asks for one. */
const emojiPattern = /(?:^|[\s([{"'*_~>])(:)([\p{L}\p{N}+-][\p{L}\p{N}_+-]{1,30})$/u;

/** The name that is being typed before the caret, if one is. */
export function triggerAt(text: string, caret: number): Trigger | null {
  const before = text.slice(0, caret);
  const [, command] = /^\/([\p{L}\p{N}-]*)$/u.exec(before) ?? [];
  if (command !== undefined) return { sign: "/", query: command, start: 0 };
  const match = emojiPattern.exec(before) ?? pattern.exec(before);
  if (!match) return null;
  const [, sign, query = ""] = match;
  if (query.startsWith(" ") || insideCode(before)) return null;
  return {
    sign: sign === "#" || sign === ":" ? sign : "@",
    query,
    start: caret - query.length - 1,
  };
}

/** Who or what may be meant, best first. Nothing once nothing fits, so that plain text stays plain. */
export function suggestionsFor(
  trigger: Trigger,
  directory: Directory,
  hints: readonly CommandHint[] = [],
): Suggestion[] {
  const query = fold(trigger.query.trimEnd());
  if (trigger.sign === ":") return emojiSuggestions(query, directory);
  return candidates(trigger.sign, directory, hints)
    .map((suggestion, index) => ({ suggestion, index, rank: rankOf(suggestion, query) }))
    .filter(({ rank }) => rank < Infinity)
    .toSorted((a, b) => a.rank - b.rank || a.index - b.index)
    .slice(0, trigger.sign === "/" ? hints.length : shown)
    .map(({ suggestion }) => suggestion);
}

/** Those whose name begins with it, then those that have it somewhere; shorter names first. */
function emojiSuggestions(query: string, { emoji }: Directory): Suggestion[] {
  return emoji
    .flatMap((one) => {
      const name = one.names.find((each) => each.startsWith(query));
      const part = one.names.find((each) => each.includes(query));
      const tag = one.tags.some((each) => each.startsWith(query));
      if (!name && !part && !tag) return [];
      const shownName = name ?? part ?? one.names[0] ?? one.word;
      const rank = name ? shownName.length : 100 + (part ? 0 : 100);
      return [{ one, shownName, rank }];
    })
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, shown)
    .map(({ one, shownName }) => ({
      key: one.word,
      kind: "emoji",
      id: one.word,
      word: one.word,
      title: `:${shownName}:`,
      detail: "",
    }));
}

function candidates(
  sign: "@" | "#" | "/",
  directory: Directory,
  hints: readonly CommandHint[],
): Suggestion[] {
  switch (sign) {
    case "@":
      return people(directory);
    case "#":
      return rooms(directory);
    case "/":
      return hints.map(asSuggestion);
  }
}

function asSuggestion({ name, summary }: CommandHint): Suggestion {
  const word = `/${name}`;
  return { key: word, kind: "command", id: name, word, title: word, detail: summary };
}

function people(directory: Directory): Suggestion[] {
  const users = directory.users
    .filter((user) => user.active)
    .map((user): Suggestion => {
      const word = wordFor(user.id, directory) ?? `@${user.username}`;
      const { id, displayName, username } = user;
      return { key: id, kind: "user", id, word, title: displayName, detail: `@${username}` };
    });
  if (!directory.everyone) return users;
  return [
    ...users,
    everyone("room", "Everyone in this room"),
    everyone("here", "Everyone in this room who is online"),
  ];
}

function everyone(id: "room" | "here", detail: string): Suggestion {
  return { key: id, kind: "everyone", id, word: `@${id}`, title: `@${id}`, detail };
}

function rooms(directory: Directory): Suggestion[] {
  return directory.rooms.map(({ id, name }) => ({
    key: id,
    kind: "room",
    id,
    word: `#${name}`,
    title: name,
    detail: "",
  }));
}

/** 0: begins with it; 1: a later word, or the username, does; Infinity: neither. */
function rankOf({ title, detail }: Suggestion, query: string): number {
  const name = fold(title).replace(/^[@/]/, "");
  if (name.startsWith(query)) return 0;
  if (detail.startsWith("@") && fold(detail.slice(1)).startsWith(query)) return 1;
  return name.split(/[\s._-]+/u).some((word) => word !== "" && word.startsWith(query))
    ? 1
    : Infinity;
}

function insideCode(before: string): boolean {
  const fences = before.match(/```/g)?.length ?? 0;
  if (fences % 2 === 1) return true;
  const line = before.slice(before.lastIndexOf("\n") + 1).replaceAll("```", "");
  return (line.match(/`/g)?.length ?? 0) % 2 === 1;
}
