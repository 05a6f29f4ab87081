import { InfiniteQueryObserver } from "@tanstack/react-query";
import type { QueryClient, QueryKey } from "@tanstack/react-query";

import type { HistoryScope, SnugClient } from "../../client/index.ts";
import { bindCache } from "../../react/cacheBinding.ts";
import type { Pages } from "../../react/cachedPages.ts";
import { historiesKey, historyKey, scopeOf } from "../../react/keys.ts";
import { createSnugQueryClient } from "../../react/queryClient.ts";
import type { HistoryPage, HistoryPosition, Message } from "../../shared/messages.ts";

type PagesObserver = InfiniteQueryObserver<
  HistoryPage,
  Error,
  Pages,
  QueryKey,
  HistoryPosition | null
>;

interface OpenTimeline {
  roomId: string;
  observer: PagesObserver;
  leave: () => void;
}

export interface SeenPages {
  scope: HistoryScope;
  pages: HistoryPage[];
}

/**
 * What a person has on the screen: every room they are in and some threads, in the app's own cache under the
 * app's own rules, without React.
 */
export class View implements Disposable {
  readonly #client: SnugClient;
  readonly #cache: QueryClient = createSnugQueryClient();
  readonly #open = new Map<string, OpenTimeline>();
  readonly #stops: (() => void)[];

  constructor(client: SnugClient) {
    this.#client = client;
    this.#stops = [
      bindCache(client, this.#cache),
      client.on("snapshot", () => this.#follow()),
      client.on("room.added", () => this.#follow()),
      client.on("room.removed", () => this.#follow()),
    ];
  }

  /** Everything that is held, in sight or not. */
  seen(): SeenPages[] {
    return this.#cache
      .getQueryCache()
      .findAll({ queryKey: historiesKey })
      .flatMap(({ queryKey }) => {
        const scope = scopeOf(queryKey);
        const data = this.#cache.getQueryData<Pages>(queryKey);
        return scope === null || data === undefined ? [] : [{ scope, pages: data.pages }];
      });
  }

  messages(roomId: string): Message[] {
    const data = this.#cache.getQueryData<Pages>(historyKey({ roomId }, null));
    return data?.pages.flatMap(({ messages }) => messages) ?? [];
  }

  openThread(root: Message): void {
    const rootId = root.id;
    this.#watch(rootId, root.roomId, { rootId }, (cursor) =>
      this.#client.api.messages.thread.query({ rootId, cursor, limit: pageSize }),
    );
  }

  scrollBack(roomId: string): void {
    const observer = this.#open.get(roomId)?.observer;
    const result = observer?.getCurrentResult();
    if (result?.hasPreviousPage && !result.isFetching) void observer?.fetchPreviousPage();
  }

  /** Resolves when nothing is asked any more. */
  async idle(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const look = () => (this.#cache.isFetching() === 0 ? resolve() : undefined);
    const stop = this.#cache.getQueryCache().subscribe(look);
    look();
    await promise;
    stop();
  }

  [Symbol.dispose](): void {
    for (const stop of this.#stops) stop();
    for (const { leave } of this.#open.values()) leave();
    this.#cache.clear();
  }

  /** Opens what one has come into, and closes what one is no longer in. */
  #follow(): void {
    const rooms = new Set(this.#client.snapshot?.rooms.map(({ id }) => id));
    for (const [id, { roomId, leave }] of this.#open) {
      if (rooms.has(roomId)) continue;
      leave();
      this.#open.delete(id);
    }
    for (const roomId of rooms) {
      this.#watch(roomId, roomId, { roomId }, (cursor) =>
        this.#client.api.messages.history.query({ roomId, cursor, limit: pageSize }),
      );
    }
  }

  #watch(
    id: string,
    roomId: string,
    scope: HistoryScope,
    load: (position: HistoryPosition | null) => Promise<HistoryPage>,
  ): void {
    if (this.#open.has(id)) return;
    const newest: HistoryPosition | null = null;
    const observer: PagesObserver = new InfiniteQueryObserver<
      HistoryPage,
      Error,
      Pages,
      QueryKey,
      HistoryPosition | null
    >(this.#cache, {
      queryKey: historyKey(scope, null),
      queryFn: ({ pageParam }) => load(pageParam),
      initialPageParam: newest,
      getPreviousPageParam: (first) => first.older,
      getNextPageParam: (last) => last.newer,
    });
    this.#open.set(id, { roomId, observer, leave: observer.subscribe(() => {}) });
  }
}

/** Small, so that views are of several pages. */
const pageSize = 20;
