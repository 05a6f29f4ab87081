import type { SearchWords } from "../../../shared/searchQuery.ts";
import type { Word } from "../../../shared/searchText.ts";
import { isRun, tokensOf, wordsOf } from "../../../shared/searchText.ts";
import type { Database } from "./database.ts";
import { facets, shortestPart } from "./searchIndex.ts";

/** What comes after is left out: nobody means more, and each costs a look into the index. */
const mostWords = 32;
/** Words of the dictionary that the parts in one query may stand for. */
const mostEntries = 200;

interface Sought {
  words: readonly SearchWords[];
  /** Any of each list. */
  facets: readonly (readonly string[])[];
}

/** A query in FTS5's language. Tokens hold letters, digits and what is not ASCII: nothing that it reads. */
export function matchOf(db: Database, sought: Sought): string {
  const usable = sought.words
    // What one does not want is taken at its word: "-tea" says nothing about teams.
    .map(({ text, exact, not }) => ({ words: wordsOf(text), exact: exact || not, not }))
    .filter(({ words }) => words.length > 0)
    .slice(0, mostWords);
  const entries = Math.floor(mostEntries / Math.max(1, usable.length));
  const expressionOf = (term: (typeof usable)[number]) => `words : (${termOf(db, term, entries)})`;
  const wanted = [
    ...usable.filter(({ not }) => !not).map(expressionOf),
    ...sought.facets.map((names) => `facets : (${names.map(quoted).join(" OR ")})`),
  ];
  const unwanted = usable.filter(({ not }) => not).map(expressionOf);
  // NOT needs something to take away from.
  const all = wanted.length > 0 ? wanted : [`facets : ${quoted(facets.all)}`];
  return [all.join(" AND "), ...unwanted].join(" NOT ");
}

interface Term {
  words: readonly Word[];
  exact: boolean;
}

function termOf(db: Database, { words, exact }: Term, entries: number): string {
  const [only] = words;
  if (words.length === 1 && only && isParted(only) && !exact) {
    return entriesFor(db, only.text, entries).map(quoted).join(" OR ");
  }
  const tokens = tokensOf(words);
  const last = words.at(-1);
  const beforeLast = words.at(-2);
  // In the index the last character stands with whatever follows it.
  if (last && beforeLast && isRun(beforeLast, last)) return quoted(tokens.slice(0, -1).join(" "));
  const open = last?.unspaced || (last && isParted(last) && !exact);
  return quoted(tokens.join(" ")) + (open ? " *" : "");
}

function isParted({ text, unspaced }: Word): boolean {
  return !unspaced && text.length >= shortestPart;
}

/** The word, and the words of the dictionary that it is a part of; beginnings first. */
function entriesFor(db: Database, part: string, limit: number): string[] {
  const rows = db
    .prepare<[string, string, number], { word: string }>(
      `SELECT word FROM (
         SELECT part, word FROM search_words WHERE part >= ? AND part < ? LIMIT 5000)
       GROUP BY word ORDER BY min(part <> word), word LIMIT ?`,
    )
    .all(part, `${part}\u{10ffff}`, limit);
  return [...new Set([part, ...rows.map(({ word }) => word)])];
}

function quoted(tokens: string): string {
  return `"${tokens}"`;
}
