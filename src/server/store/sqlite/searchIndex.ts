import type Connection from "better-sqlite3";
import type { Message } from "../../../shared/messages.ts";
import { tokensOf, wordsOf } from "../../../shared/searchText.ts";
import type { LoggedEvent } from "../port.ts";
import type { Database } from "./database.ts";

/**
 * Keeps the search index true to the messages, in the transaction that changes them. It follows the
 * events, once for the whole transaction: FTS5 would write out what it gathered at every savepoint.
 * Messages that go with their room are taken out by a trigger.
 */
export class SearchIndex {
  readonly #db: Database;
  /** Words that the dictionary has: in any language, a few thousand make up nearly all that is said. */
  readonly #known = new Set<string>();

  constructor(db: Database) {
    this.#db = db;
  }

  follow(events: readonly LoggedEvent[]): void {
    for (const { event } of events) {
      if (event.type === "message.created") this.#add(event.message, insertEntry);
      else if (event.type === "message.edited") this.#add(event.message, replaceEntry);
      else if (event.type === "message.deleted") {
        this.#db
          .prepare<[number]>("DELETE FROM message_search WHERE rowid = ?")
          .run(event.messageSeq);
      }
    }
  }

  /** After a transaction that was taken back: its words may be gone again. */
  forget(): void {
    this.#known.clear();
  }

  #add(message: Message, statement: string): void {
    const types = message.attachments.map(({ type }) => type);
    const { roomId, authorId, threadRootId, seq } = message;
    const words = wordsOf(textOf(message));
    const facets = facetsOf({ roomId, authorId, threadRootId, types, body: message.body });
    this.#db
      .prepare<[{ seq: number; words: string; facets: string }]>(statement)
      .run({ seq, words: tokensOf(words).join(" "), facets: facets.join(" ") });
    for (const word of words) if (!word.unspaced) this.#learn(word.text);
  }

  #learn(word: string): void {
    if (word.length < shortestPart || this.#known.has(word)) return;
    if (this.#known.size >= mostKnown) this.#known.clear();
    this.#known.add(word);
    const insert = this.#db.prepare<[string, string]>(
      "INSERT OR IGNORE INTO search_words (part, word) VALUES (?, ?)",
    );
    if (insert.run(word, word).changes === 0) return;
    for (const part of partsOf(word).slice(1)) insert.run(part, word);
  }
}

const insertEntry =
  "INSERT INTO message_search (rowid, words, facets) VALUES (@seq, @words, @facets)";
const replaceEntry =
  "UPDATE message_search SET words = @words, facets = @facets WHERE rowid = @seq";

const mostKnown = 50_000;

/** Shorter ones are found as whole words only. */
export const shortestPart = 3;
const longestParted = 32;

/** The names of attachments are found as well. */
function textOf({ body, attachments }: Message): string {
  return [body, ...attachments.map(({ name }) => name)].join("\n");
}

/**
 * Where a word may be entered: at its beginning, and if it is made of letters at any later one, so that
 * "schiff" finds "Dampfschiff". Numbers and ids have no parts that mean anything.
 */
function partsOf(word: string): string[] {
  if (word.length > longestParted || !/^[\p{L}\p{M}]+$/u.test(word)) return [word];
  const letters = Array.from(word);
  const beginnings = Math.max(1, letters.length - shortestPart + 1);
  return Array.from({ length: beginnings }, (_, from) => letters.slice(from).join(""));
}

/** What a message is, beside what it says; in the index, to find it by. What a query asks is checked again. */
export const facets = { all: "all", file: "file", image: "image", link: "link", reply: "reply" };

export function roomFacet(roomId: string): string {
  return `r${idToken(roomId)}`;
}

export function authorFacet(userId: string): string {
  return `u${idToken(userId)}`;
}

function idToken(id: string): string {
  return id.toLowerCase().replaceAll(/[^a-z\d]/g, "");
}

interface Described {
  roomId: string;
  authorId: string;
  threadRootId: string | null;
  /** Media types of the attachments. */
  types: readonly string[];
  body: string;
}

function facetsOf({ roomId, authorId, threadRootId, types, body }: Described): string[] {
  const list = [facets.all, roomFacet(roomId), authorFacet(authorId)];
  if (threadRootId !== null) list.push(facets.reply);
  if (types.length > 0) list.push(facets.file);
  if (types.some((type) => type.startsWith("image/"))) list.push(facets.image);
  if (/https?:\/\//i.test(body)) list.push(facets.link);
  return list;
}

/** What the migration that made the index fills it with. Released migrations call these by name. */
export function defineSearchFunctions(connection: Connection.Database): void {
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  const textOrNull = (value: unknown) => (typeof value === "string" ? value : null);
  connection.function("search_tokens", (body) => tokensOf(wordsOf(text(body))).join(" "));
  connection.function("search_facets", (roomId, authorId, threadRootId, types, body) =>
    facetsOf({
      roomId: text(roomId),
      authorId: text(authorId),
      threadRootId: textOrNull(threadRootId),
      types: text(types).split("\n").filter(Boolean),
      body: text(body),
    }).join(" "),
  );
  connection.function("search_parts", (word) =>
    JSON.stringify(isSpaced(text(word)) ? partsOf(text(word)) : []),
  );
}

function isSpaced(token: string): boolean {
  return token.length >= shortestPart && wordsOf(token).every(({ unspaced }) => !unspaced);
}
