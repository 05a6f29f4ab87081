import fc from "fast-check";
import { expect, it } from "vitest";
import { applyToPages } from "../client/index.ts";
import type { LogEvent } from "../shared/events.ts";
import type { HistoryPage, HistoryPosition, Message } from "../shared/messages.ts";
import { bind, settle, watchTimeline } from "../testing/boundCache.ts";
import { created, deleted, messageOf, pageOf, reacted } from "../testing/chatEvents.ts";
import type { Pages } from "./cachedPages.ts";

const steps = [
  "say",
  "say",
  "delete",
  "react",
  "hear",
  "hear",
  "ask older",
  "ask again",
  "read",
  "answer",
  "fail",
  "cancel",
] as const;
type Step = { kind: (typeof steps)[number]; pick: number };

const pageSize = 3;

it(
  "[RT12] shows the history, however pages and events overtake each other",
  { timeout: 60_000 },
  async () => {
    const step: fc.Arbitrary<Step> = fc.record({
      kind: fc.constantFrom(...steps),
      pick: fc.nat(20),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 80 }), async (story) => {
        using chat = openChat();
        for (const next of story) await chat.take(next);
        await chat.calmDown();
        expect(chat.shown().map(({ seq }) => seq)).toEqual(chat.history().map(({ seq }) => seq));
        expect(chat.shown()).toEqual(chat.history());
      }),
      { numRuns: 300 },
    );
  },
);

/** A room on a server, and a timeline of it whose questions are read, and answered, in their own time. */
function openChat() {
  const bound = bind();
  const timeline = watchTimeline(bound.cache);
  const log: LogEvent[] = [];
  let all = [pageOf([messageOf(5), messageOf(6), messageOf(7), messageOf(8)])];
  let heard = 0;
  let page: HistoryPage | null = null;

  function history() {
    return all.flatMap(({ messages }) => messages);
  }

  function commit(toEvent: (seq: number) => LogEvent): void {
    const event = toEvent(11 + log.length);
    log.push(event);
    all = applyToPages(all, event, { roomId: "r1" });
  }

  /** As the server answers at this moment; even an empty page stands somewhere. */
  function read(position: HistoryPosition | null): HistoryPage {
    const messages = history();
    const asOf = 10 + log.length;
    if (position !== null && "after" in position) {
      const newer = messages.filter(({ seq }) => seq > position.after).slice(0, pageSize);
      return edged(newer, { first: position.after + 1, last: Infinity, asOf });
    }
    const end = position !== null && "before" in position ? position.before : Infinity;
    const older = messages.filter(({ seq }) => seq < end).slice(-pageSize);
    return edged(older, { first: 0, last: end - 1, asOf });
  }

  function edged(
    messages: Message[],
    empty: { first: number; last: number; asOf: number },
  ): HistoryPage {
    const first = messages.at(0)?.seq ?? empty.first;
    const last = messages.at(-1)?.seq ?? empty.last;
    const older = history().some(({ seq }) => seq < first) ? { before: first } : null;
    const newer = history().some(({ seq }) => seq > last) ? { after: last } : null;
    return { messages, older, newer, asOf: empty.asOf };
  }

  async function answer(): Promise<void> {
    const [position] = timeline.asked;
    if (position === undefined) return;
    await timeline.answer(page ?? read(position));
    page = null;
  }

  async function end(how: () => Promise<void>): Promise<void> {
    await how();
    page = null;
    await settle();
  }

  function hear(count: number): void {
    bound.source.hear(...log.slice(heard, heard + count));
    heard = Math.min(log.length, heard + count);
  }

  function shown() {
    const { pages } = bound.cache.getQueryData<Pages>(timeline.queryKey) ?? { pages: [] };
    return pages.flatMap(({ messages }) => messages);
  }

  return {
    history,
    shown,
    async take({ kind, pick }: Step): Promise<void> {
      const message = history().at(pick % Math.max(1, history().length));
      switch (kind) {
        case "say":
          return commit((seq) => created(messageOf(seq)));
        case "delete":
          return message && commit((seq) => deleted(seq, message));
        case "react":
          return message && commit((seq) => reacted(seq, message.id, { userId: `u${seq}` }));
        case "hear":
          return hear(pick);
        case "ask older":
          void timeline.observer.fetchPreviousPage();
          return settle();
        case "ask again":
          void bound.cache.invalidateQueries({ queryKey: timeline.queryKey });
          return settle();
        case "read": {
          const [position] = timeline.asked;
          if (position !== undefined) page ??= read(position);
          return;
        }
        case "answer":
          return answer();
        case "fail":
          return end(() => timeline.fail());
        case "cancel":
          return end(() => bound.cache.cancelQueries({ queryKey: timeline.queryKey }));
      }
    },
    /** Everything is asked, answered and heard. */
    async calmDown(): Promise<void> {
      const idle = () => timeline.asked.length === 0;
      for (;;) {
        while (!idle()) await answer();
        const { data, hasPreviousPage, hasNextPage } = timeline.observer.getCurrentResult();
        if (data === undefined) void timeline.observer.refetch();
        else if (hasPreviousPage) void timeline.observer.fetchPreviousPage();
        else if (hasNextPage) void timeline.observer.fetchNextPage();
        else break;
        await settle();
      }
      hear(Infinity);
    },
    [Symbol.dispose]() {
      bound[Symbol.dispose]();
    },
  };
}
