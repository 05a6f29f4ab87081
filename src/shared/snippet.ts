import type { Span } from "./search.ts";
import type { SearchWords } from "./searchQuery.ts";
import type { Word } from "./searchText.ts";
import { wordsOf } from "./searchText.ts";

/** Characters before the first hit, and in all. */
const lead = 60;
const length = 240;

interface Range {
  start: number;
  end: number;
}

/** The part of a body around the first hit, in one line, with what was searched for marked. */
export function snippetOf(body: string, sought: readonly SearchWords[]): Span[] {
  const text = plainLine(body);
  const found = wordsOf(text);
  const hits = hitsIn(found, sought);
  const { start, end } = windowOf(text, hits[0]?.start ?? 0);
  const spans: Span[] = [];
  let at = start;
  function add(to: number, hit: boolean): void {
    if (to > at) spans.push({ text: text.slice(at, to), hit });
    at = Math.max(at, to);
  }
  for (const hit of hits) {
    if (hit.end <= start || hit.start >= end) continue;
    add(Math.min(end, hit.start), false);
    add(Math.min(end, hit.end), true);
  }
  add(end, false);
  return withEllipses(spans, { before: start > 0, after: end < text.length });
}

/** Without the line breaks and the marks of Markdown that say nothing in a single line. */
function plainLine(body: string): string {
  return body
    .normalize("NFC")
    .replaceAll(/^\s*(?:```.*$|>+|#{1,6}(?=\s)|[-*](?=\s))/gm, " ")
    .replaceAll(/\*\*|__|~~|`/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** In order, those that touch made one. */
function hitsIn(text: readonly Word[], sought: readonly SearchWords[]): Range[] {
  const hits = sought
    .filter(({ not }) => !not)
    .flatMap((words) => placesOf(text, words))
    .toSorted((a, b) => a.start - b.start);
  const merged: Range[] = [];
  for (const hit of hits) {
    const last = merged.at(-1);
    if (last && hit.start <= last.end) last.end = Math.max(last.end, hit.end);
    else merged.push({ ...hit });
  }
  return merged;
}

/** Whole words, also where a part of one was sought: that is what one looks for in a text. */
function placesOf(text: readonly Word[], { text: words, exact }: SearchWords): Range[] {
  const sought = wordsOf(words);
  const last = sought.length - 1;
  if (last < 0) return [];
  const places: Range[] = [];
  for (let from = 0; from + last < text.length; from += 1) {
    const fits = sought.every((word, index) => {
      const candidate = text[from + index]?.text ?? "";
      if (index < last || exact || word.text.length < 3) return candidate === word.text;
      return last === 0 ? candidate.includes(word.text) : candidate.startsWith(word.text);
    });
    const [first, end] = [text[from], text[from + last]];
    if (fits && first && end) places.push({ start: first.start, end: end.end });
  }
  return places;
}

/** Cut between words, so that neither a character nor a name in angle brackets is cut in two. */
function windowOf(text: string, hit: number): Range {
  const from = hit <= lead ? 0 : text.lastIndexOf(" ", hit - lead) + 1;
  // A run without spaces may be longer than all there is room for.
  const start = hit - from > 2 * lead ? wellFormedAt(text, hit - lead) : from;
  if (text.length - start <= length) return { start, end: text.length };
  const space = text.lastIndexOf(" ", start + length);
  const end = space > hit ? space : wellFormedAt(text, start + length);
  return { start, end };
}

/** The position, or the one before where it would cut a surrogate pair. */
function wellFormedAt(text: string, position: number): number {
  return /[\udc00-\udfff]/.test(text.charAt(position)) ? position - 1 : position;
}

function withEllipses(spans: Span[], cut: { before: boolean; after: boolean }): Span[] {
  const before: Span[] = cut.before ? [{ text: "… ", hit: false }] : [];
  const after: Span[] = cut.after ? [{ text: " …", hit: false }] : [];
  return [...before, ...spans, ...after];
}
