import type { Room } from "../../../../shared/rooms.ts";
import type { SearchHit, SearchPage } from "../../../../shared/search.ts";
import type { SearchFilter } from "../../../../shared/searchQuery.ts";
import { snippetOf } from "../../../../shared/snippet.ts";
import type { MessageSearch } from "../../port.ts";
import type { Database } from "../database.ts";
import { authorFacet, facets, roomFacet } from "../searchIndex.ts";
import { matchOf } from "../searchMatch.ts";
import type { MessageRow } from "./messages.ts";
import { messageColumns, toMessages } from "./messages.ts";
import { room } from "./rooms.ts";
import type { NamedFilter } from "./searchNames.ts";
import { namedFilters } from "./searchNames.ts";

/**
 * So many entries of the index are looked at for one page, at some microseconds each: words that are
 * common where the asker is not must not hold up everyone else. The next page goes on from there.
 */
const mostCandidates = 4000;

/** Newest first: the index gives them in that order, so that a page costs its length. */
export function search(
  db: Database,
  { userId, search: asked }: { userId: string; search: MessageSearch },
): SearchPage {
  const { words, filters } = asked.query;
  const named = namedFilters(db, userId, filters);
  const unknown = named
    .filter(({ ids }) => ids.length === 0)
    .map(({ key, name }) => ({ key, name }));
  const empty: SearchPage = { hits: [], rooms: [], unknown, next: null };
  if (words.length === 0 && filters.length === 0) return empty;
  if (asksForNobody(named)) return empty;
  const match = matchOf(db, { words, facets: facetsSought(filters, named) });
  const { seqs, next } = pageOf(db, { ...conditionsOf(userId, asked, named), match }, asked.limit);
  const hits = hitsAt(db, seqs, asked);
  return { ...empty, hits, rooms: roomsOf(db, userId, hits), next };
}

/** Whether all names that a message may be from, or be in, are unknown. */
function asksForNobody(named: readonly NamedFilter[]): boolean {
  return (["from", "in"] as const).some((key) => {
    const wanted = named.filter((each) => each.key === key && !each.not);
    return wanted.length > 0 && wanted.every(({ ids }) => ids.length === 0);
  });
}

/** To find by; conditions then decide, so these need not be more than nearly right. */
function facetsSought(
  filters: readonly SearchFilter[],
  named: readonly NamedFilter[],
): readonly string[][] {
  const sought: string[][] = [];
  const wanted = (key: NamedFilter["key"]) => named.filter((each) => each.key === key && !each.not);
  const from = wanted("from").flatMap(({ ids }) => ids.map(authorFacet));
  const rooms = wanted("in").flatMap(({ ids }) => ids.map(roomFacet));
  if (from.length > 0) sought.push(from);
  if (rooms.length > 0) sought.push(rooms);
  for (const filter of filters) {
    if ((filter.key !== "has" && filter.key !== "is") || filter.not) continue;
    const facet = facetByFilter[`${filter.key}:${filter.value}`];
    if (facet !== undefined) sought.push([facet]);
  }
  return sought;
}

const facetByFilter: Record<string, string> = {
  "has:file": facets.file,
  "has:image": facets.image,
  "has:link": facets.link,
  "is:thread": facets.reply,
};

interface Conditions {
  match: string;
  userId: string;
  before: number;
  since: string;
  until: string;
  /** JSON of ids; `null`: whoever. */
  from: string | null;
  notFrom: string;
  in: string | null;
  notIn: string;
  /** 1: has to be so; 0: must not; `null`: no matter. */
  file: Tristate;
  image: Tristate;
  link: Tristate;
  reaction: Tristate;
  replies: Tristate;
  reply: Tristate;
  pinned: Tristate;
  saved: Tristate;
}

type Tristate = 0 | 1 | null;

function conditionsOf(
  userId: string,
  { query, since, until, before }: MessageSearch,
  named: readonly NamedFilter[],
): Omit<Conditions, "match"> {
  const idsOf = (key: NamedFilter["key"], not: boolean) => {
    const given = named.filter((each) => each.key === key && each.not === not);
    return given.length === 0 && !not ? null : JSON.stringify(given.flatMap(({ ids }) => ids));
  };
  const given = (key: "has" | "is", value: string): Tristate => {
    const filter = query.filters.find((each) => each.key === key && each.value === value);
    return filter && "not" in filter ? (filter.not ? 0 : 1) : null;
  };
  return {
    userId,
    before: before ?? Number.MAX_SAFE_INTEGER,
    since: since ?? "",
    // Behind every time.
    until: until ?? "~",
    from: idsOf("from", false),
    notFrom: idsOf("from", true) ?? "[]",
    in: idsOf("in", false),
    notIn: idsOf("in", true) ?? "[]",
    file: given("has", "file"),
    image: given("has", "image"),
    link: given("has", "link"),
    reaction: given("has", "reaction"),
    replies: given("has", "thread"),
    reply: given("is", "thread"),
    pinned: given("is", "pinned"),
    saved: given("is", "saved"),
  };
}

function pageOf(
  db: Database,
  conditions: Conditions,
  limit: number,
): { seqs: number[]; next: { before: number } | null } {
  const rows = db
    .prepare<[Conditions], { seq: number; fits: 0 | 1 }>(candidates)
    .iterate(conditions);
  const seqs: number[] = [];
  let looked = 0;
  for (const { seq, fits } of rows) {
    // There is one more than fits on the page, so there is a page after it.
    if (fits === 1 && seqs.length === limit) return { seqs, next: { before: seq + 1 } };
    if (fits === 1) seqs.push(seq);
    looked += 1;
    if (looked === mostCandidates) return { seqs, next: { before: seq } };
  }
  return { seqs, next: null };
}

/** [RT7] Membership is part of the question: what is not for the asker is not found. */
const candidates = `
  SELECT m.seq AS seq, (
    (s.user_id IS NOT NULL OR (r.kind = 'public' AND u.role NOT IN ('guest', 'bot')))
    AND m.deleted_at IS NULL
    AND m.created_at >= @since AND m.created_at < @until
    AND (@from IS NULL OR m.author_id IN (SELECT value FROM json_each(@from)))
    AND m.author_id NOT IN (SELECT value FROM json_each(@notFrom))
    AND (@in IS NULL OR m.room_id IN (SELECT value FROM json_each(@in)))
    AND m.room_id NOT IN (SELECT value FROM json_each(@notIn))
    AND (@file IS NULL
      OR EXISTS (SELECT 1 FROM files f WHERE f.message_id = m.id) = @file)
    AND (@image IS NULL
      OR EXISTS (SELECT 1 FROM files f WHERE f.message_id = m.id AND f.type LIKE 'image/%') = @image)
    AND (@link IS NULL OR (m.body LIKE '%http://%' OR m.body LIKE '%https://%') = @link)
    AND (@reaction IS NULL
      OR EXISTS (SELECT 1 FROM reactions e WHERE e.message_id = m.id) = @reaction)
    AND (@replies IS NULL OR (m.reply_count > 0) = @replies)
    AND (@reply IS NULL OR (m.thread_root_id IS NOT NULL) = @reply)
    AND (@pinned IS NULL OR (m.pinned_at IS NOT NULL) = @pinned)
    AND (@saved IS NULL OR EXISTS (
      SELECT 1 FROM saved_messages k WHERE k.user_id = u.id AND k.message_id = m.id) = @saved)
  ) AS fits
  FROM message_search x
  CROSS JOIN messages m ON m.seq = x.rowid
  CROSS JOIN rooms r ON r.id = m.room_id
  CROSS JOIN users u ON u.id = @userId
  LEFT JOIN memberships s ON s.user_id = u.id AND s.room_id = m.room_id
  WHERE x.message_search MATCH @match AND x.rowid < @before
  ORDER BY x.rowid DESC`;

function hitsAt(db: Database, seqs: readonly number[], { query }: MessageSearch): SearchHit[] {
  const rows = db
    .prepare<[string], MessageRow>(
      `SELECT ${messageColumns} FROM messages m
       WHERE m.seq IN (SELECT value FROM json_each(?)) ORDER BY m.seq DESC`,
    )
    .all(JSON.stringify(seqs));
  return toMessages(db, rows).map((message) => ({
    message,
    snippet: snippetOf(message.body, query.words),
  }));
}

function roomsOf(db: Database, userId: string, hits: readonly SearchHit[]): Room[] {
  const ids = [...new Set(hits.map(({ message }) => message.roomId))];
  return ids
    .map((roomId) => room(db, { userId, roomId, scope: "visible" }))
    .filter((found) => found !== null);
}
