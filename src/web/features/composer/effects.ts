import type { Directory } from "./directory.ts";
import { findNames } from "./names.ts";

export type Effect =
  | "plain"
  | "marker"
  | "strong"
  | "emphasis"
  | "deleted"
  | "code"
  | "link"
  | "name";

export interface EffectSpan {
  effect: Effect;
  text: string;
}

interface Rule {
  pattern: RegExp;
  effect: Effect;
}

/** In the order in which they are tried at each place. */
const rules: readonly Rule[] = [
  { pattern: /(```)([\s\S]*?)(```|$)/y, effect: "code" },
  { pattern: /(`)([^`\n]+)(`)/y, effect: "code" },
  { pattern: /(\*\*)(?=\S)((?:[^*\n]|\*(?!\*))+?)(?<=\S)(\*\*)/y, effect: "strong" },
  { pattern: /(\*)(?=[^\s*])([^*\n]+?)(?<=\S)(\*)/y, effect: "emphasis" },
  {
    pattern: /(?<![\p{L}\p{N}])(_)(?=[^\s_])([^_\n]+?)(?<=\S)(_)(?![\p{L}\p{N}])/uy,
    effect: "emphasis",
  },
  { pattern: /(~~)(?=\S)([^~\n]+?)(?<=\S)(~~)/y, effect: "deleted" },
  { pattern: /()(https?:\/\/[^\s<>]+[^\s<>.,:;"'!?)\]])()/y, effect: "link" },
  { pattern: /(?<=^|\n)(>|#{1,6}(?= )|[-*+](?= )|\d{1,9}[.)](?= ))()()/y, effect: "marker" },
];

/**
 * What Markdown makes of a text, roughly and quickly: for the look of what one is typing. The spans put
 * together are the text again, so that what is shown stays under what is edited.
 */
export function effectsOf(text: string, directory: Directory): EffectSpan[] {
  const names = findNames(text, directory);
  const spans: EffectSpan[] = [];
  let plainFrom = 0;
  let at = 0;
  const push = (effect: Effect, from: number, to: number) => {
    if (to > from) spans.push({ effect, text: text.slice(from, to) });
  };
  while (at < text.length) {
    const name = names.find((candidate) => candidate.start === at);
    const match = name ? null : firstMatch(text, at);
    if (!name && !match) {
      at += 1;
      continue;
    }
    push("plain", plainFrom, at);
    if (name) {
      push("name", name.start, name.end);
      at = name.end;
    } else if (match) {
      const [openTo, innerTo, end] = match.bounds;
      push("marker", at, openTo);
      push(match.effect, openTo, innerTo);
      push("marker", innerTo, end);
      at = end;
    }
    plainFrom = at;
  }
  push("plain", plainFrom, text.length);
  return spans;
}

function firstMatch(text: string, at: number) {
  for (const { pattern, effect } of rules) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match || match[0] === "") continue;
    const [, open = "", inner = ""] = match;
    const openTo = at + open.length;
    const innerTo = openTo + inner.length;
    const bounds: [number, number, number] = [openTo, innerTo, at + match[0].length];
    return { effect, bounds };
  }
  return null;
}
