import { fold, namesOf } from "./directory.ts";
import type { Directory, NamedSpan } from "./directory.ts";

const code = /```[\s\S]*?(?:```|$)|~~~[\s\S]*?(?:~~~|$)|`[^`\n]+`/g;
const tokens = /<@([\w-]{1,64})>|<#([\w-]{1,64})>|<!(?:room|here)>/g;
const wordCharacter = /[\p{L}\p{N}_]/u;
/** Before a name: nothing that would make the sign part of an address, a word or a token. */
const glue = /[\p{L}\p{N}_/.<&@#-]$/u;

/** Where a text names people and rooms; what stands in code is only text. */
export function findNames(text: string, directory: Directory): NamedSpan[] {
  const spans: NamedSpan[] = [];
  for (const { start, end } of outsideCode(text)) {
    for (let at = start; at < end; at += 1) {
      const sign = text[at];
      if (sign !== "@" && sign !== "#") continue;
      if (glue.test(text.slice(Math.max(0, at - 2), at))) continue;
      const named = nameAt(text.slice(at + 1, end), namesOf(directory)[sign]);
      if (!named) continue;
      const until = at + 1 + named.name.length;
      spans.push({ start: at, end: until, token: named.token });
      at = until - 1;
    }
  }
  return spans;
}

/** As it is stored: people and rooms by id. */
export function encodeNames(text: string, directory: Directory): string {
  let encoded = "";
  let from = 0;
  for (const { start, end, token } of findNames(text, directory)) {
    encoded += text.slice(from, start) + token;
    from = end;
  }
  return encoded + text.slice(from);
}

/** As it is edited: names for ids, where the names lead back to the same ids. */
export function decodeNames(body: string, directory: Directory): string {
  let decoded = "";
  let from = 0;
  for (const match of body.matchAll(tokens)) {
    const name = nameFor(match, directory);
    const after = body.slice(match.index + match[0].length);
    decoded += body.slice(from, match.index);
    from = match.index + match[0].length;
    const kept = encodeNames(decoded + match[0] + after, directory);
    const leadsBack = name !== null && encodeNames(decoded + name + after, directory) === kept;
    decoded += leadsBack ? name : match[0];
  }
  return decoded + body.slice(from);
}

/** What to put into the text for someone: their name, or the username where the name is not theirs alone. */
export function wordFor(userId: string, directory: Directory): string | null {
  const user = directory.users.find(({ id }) => id === userId);
  if (!user) return null;
  const word = `@${user.displayName}`;
  return encodeNames(word, directory) === `<@${userId}>` ? word : `@${user.username}`;
}

function nameFor(match: RegExpMatchArray, directory: Directory): string | null {
  const [whole, userId, roomId] = match;
  if (userId) return wordFor(userId, directory);
  if (roomId) {
    const room = directory.rooms.find(({ id }) => id === roomId);
    return room ? `#${room.name}` : null;
  }
  return `@${whole.slice(2, -1)}`;
}

function nameAt<Entry extends { name: string }>(rest: string, names: Entry[]): Entry | null {
  for (const entry of names) {
    const { length } = entry.name;
    if (fold(rest.slice(0, length)) !== entry.name) continue;
    const next = rest.slice(length);
    // "@ann" is not meant by "@anna", nor by "@ann.lee".
    if (next !== "" && wordCharacter.test(firstCharacter(next))) continue;
    if (/^[.-][\p{L}\p{N}]/u.test(next)) continue;
    return entry;
  }
  return null;
}

function firstCharacter(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 0);
}

function outsideCode(text: string): { start: number; end: number }[] {
  const parts: { start: number; end: number }[] = [];
  let start = 0;
  for (const match of text.matchAll(code)) {
    parts.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  parts.push({ start, end: text.length });
  return parts;
}
