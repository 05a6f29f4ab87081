export const hasKinds = ["file", "image", "link", "reaction", "thread"] as const;
export type HasKind = (typeof hasKinds)[number];

/** `thread`: a reply in one; `saved`: by the asker. */
export const isKinds = ["thread", "pinned", "saved"] as const;
export type IsKind = (typeof isKinds)[number];

export const dateKeys = ["before", "after", "on"] as const;
export type DateKey = (typeof dateKeys)[number];

export interface SearchWords {
  /** A word, or several that stand side by side. */
  text: string;
  /** In quotes: as whole words. */
  exact: boolean;
  not: boolean;
}

export type SearchFilter =
  | { key: "from" | "in"; value: string; not: boolean }
  | { key: "has"; value: HasKind; not: boolean }
  | { key: "is"; value: IsKind; not: boolean }
  /** `2026`, `2026-03`, `2026-03-05`, `today` or `yesterday`. */
  | { key: DateKey; value: string };

export interface SearchQuery {
  words: SearchWords[];
  filters: SearchFilter[];
}

/** Quotes as phones write them count too; one that is never closed ends with the text. */
const pieces =
  /(?<not>-)?(?:(?<key>[a-z]+):)?(?:["“”„](?<quoted>[^"“”„]*)["“”„]?|(?<plain>[^\s"“”„]+))/giu;

/** Any text is a search: what is no operator is something to find. */
export function parseSearch(text: string): SearchQuery {
  const query: SearchQuery = { words: [], filters: [] };
  for (const match of text.matchAll(pieces)) {
    const { not: minus, key, quoted, plain } = match.groups ?? {};
    const not = minus !== undefined;
    const value = (quoted ?? plain ?? "").trim();
    const filter = key === undefined ? null : filterOf(key.toLowerCase(), value, not);
    if (filter) query.filters.push(filter);
    else query.words.push({ text: wordsIn(match[0], not), exact: quoted !== undefined, not });
  }
  query.words = query.words.filter((words) => words.text !== "");
  return query;
}

function wordsIn(piece: string, not: boolean): string {
  return piece
    .slice(not ? 1 : 0)
    .replaceAll(/["“”„]/g, " ")
    .trim();
}

function filterOf(key: string, value: string, not: boolean): SearchFilter | null {
  const word = value.toLowerCase();
  if (value === "") return null;
  if (key === "from" || key === "in") return { key, value, not };
  if (key === "has") {
    const kind = hasKinds.find((each) => each === word || `${each}s` === word);
    return kind ? { key, value: kind, not } : null;
  }
  if (key === "is") {
    const kind = isKinds.find((each) => each === word);
    return kind ? { key, value: kind, not } : null;
  }
  const date = dateKeys.find((each) => each === key);
  return date && !not && isDate(word) ? { key: date, value: word } : null;
}

function isDate(text: string): boolean {
  if (text === "today" || text === "yesterday") return true;
  const [, year, month = "01", day = "01"] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? [];
  if (year === undefined || Number(year) < 1970) return false;
  const iso = `${year}-${month}-${day}`;
  const time = Date.parse(iso);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
}
