import type { HistoryScope } from "../client/reduce.ts";
import { applyToPages, applyToSnapshot } from "../client/reduce.ts";
import type { LogEvent, Snapshot } from "../shared/events.ts";
import { parseCursor } from "../shared/ids.ts";
import type { HistoryPage, HistoryPosition, Message } from "../shared/messages.ts";
import type { Store } from "../server/store/port.ts";

/** What a client holds of one timeline or thread. */
interface View {
  roomId: string;
  scope: HistoryScope;
  pages: HistoryPage[];
}

/** A client without a network: an old snapshot and old pages, kept true by events alone. */
export class StoreReader {
  readonly #store: Store;
  readonly #userId: string;
  #snapshot: Snapshot;
  #views = new Map<string, View>();

  static async open(store: Store, userId: string): Promise<StoreReader> {
    return new StoreReader(store, userId, await store.snapshot(userId));
  }

  private constructor(store: Store, userId: string, snapshot: Snapshot) {
    this.#store = store;
    this.#userId = userId;
    this.#snapshot = snapshot;
  }

  get userId(): string {
    return this.#userId;
  }

  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  get views(): View[] {
    return [...this.#views.values()];
  }

  /** Opens a room of its snapshot, or scrolls further in one that is open. */
  async look(room: number, where: number, limit: number): Promise<void> {
    const joined = this.#snapshot.rooms[room % Math.max(1, this.#snapshot.rooms.length)];
    if (!joined || (await this.#store.memberRole(this.#userId, joined.id)) === null) return;
    const read = (position: HistoryPosition | null) =>
      this.#store.history(joined.id, position, limit);
    await this.#scroll({ roomId: joined.id, scope: { roomId: joined.id }, pages: [] }, where, read);
    const root = this.#views.get(joined.id)?.pages.flatMap(({ messages }) => messages);
    const withReplies = root?.find(({ thread }) => thread !== null);
    if (!withReplies) return;
    const view = { roomId: joined.id, scope: { rootId: withReplies.id }, pages: [] };
    await this.#scroll(view, where, (position) =>
      this.#store.thread(withReplies.id, position, limit),
    );
  }

  async #scroll(
    empty: View,
    where: number,
    read: (position: HistoryPosition | null) => Promise<HistoryPage>,
  ): Promise<void> {
    const key = "rootId" in empty.scope ? empty.scope.rootId : empty.roomId;
    const view = this.#views.get(key) ?? empty;
    const older = view.pages[0]?.older;
    const newer = view.pages.at(-1)?.newer;
    if (view.pages.length === 0) {
      view.pages = [await read(where % 2 === 0 ? null : { around: where })];
    } else if (older) view.pages = [await read(older), ...view.pages];
    else if (newer) view.pages = [...view.pages, await read(newer)];
    this.#views.set(key, view);
  }

  /** Resumes from its cursor, by pieces of `limit`. */
  async catchUp(limit: number): Promise<LogEvent[]> {
    const applied: LogEvent[] = [];
    for (;;) {
      const after = parseCursor(this.#snapshot.cursor)?.seq ?? 0;
      const { events, through } = await this.#store.eventsFor(this.#userId, after, limit);
      for (const { event } of events) this.#apply(event);
      applied.push(...events.map(({ event }) => event));
      const { epoch = "" } = parseCursor(this.#snapshot.cursor) ?? {};
      this.#snapshot = { ...this.#snapshot, cursor: `${epoch}:${through}` };
      if (through === after || events.length < limit) return applied;
    }
  }

  #apply(event: LogEvent): void {
    this.#snapshot = applyToSnapshot(this.#snapshot, event);
    for (const view of this.views) view.pages = applyToPages(view.pages, event, view.scope);
    // What was seen of a room is forgotten with it: nothing of it is delivered from here on.
    if (event.type !== "room.removed") return;
    for (const [key, view] of this.#views) {
      if (view.roomId === event.roomId) this.#views.delete(key);
    }
  }
}

/** Everything that a view has loaded the range of, read afresh. */
export async function readAfresh(store: Store, { scope, pages }: View): Promise<Message[]> {
  const from = pages[0]?.older;
  const to = pages.at(-1)?.newer;
  const lowest = from && "before" in from ? from.before : 0;
  const highest = to && "after" in to ? to.after : Number.MAX_SAFE_INTEGER;
  const all = await readAll((position) =>
    "rootId" in scope
      ? store.thread(scope.rootId, position, 100)
      : store.history(scope.roomId, position, 100),
  );
  return all.filter(({ seq }) => seq >= lowest && seq <= highest);
}

export async function readAll(
  read: (position: HistoryPosition | null) => Promise<HistoryPage>,
): Promise<Message[]> {
  const messages: Message[] = [];
  let position: HistoryPosition | null = { after: 0 };
  while (position !== null) {
    const page: HistoryPage = await read(position);
    messages.push(...page.messages);
    position = page.newer;
  }
  return messages;
}
