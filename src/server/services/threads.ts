import type { FollowedThread, ThreadFollow, ThreadList, ThreadPage } from "../../shared/threads.ts";
import { limits } from "../../shared/limits.ts";
import type { User } from "../../shared/users.ts";
import type { Store } from "../store/port.ts";
import { found } from "./access.ts";

/** The threads that someone follows. */
export function createThreads(store: Store) {
  return {
    list(actor: User, { cursor, limit }: ThreadList): Promise<ThreadPage> {
      return store.followedThreads(actor.id, cursor ?? null, limit);
    },

    unread(actor: User): Promise<FollowedThread[]> {
      return store.unreadThreads(actor.id, limits.threadsPage.max);
    },

    async get(actor: User, rootId: string): Promise<ThreadFollow> {
      found(await store.message(actor.id, rootId), "message");
      return (await store.threadFollow(actor.id, rootId)) ?? { following: false, readSeq: null };
    },

    follow(
      actor: User,
      { rootId, following }: { rootId: string; following: boolean },
    ): Promise<ThreadFollow> {
      return store.followThread(actor.id, rootId, following);
    },

    markRead(actor: User, { rootId, seq }: { rootId: string; seq: number }): Promise<void> {
      return store.markThreadRead(actor.id, rootId, seq);
    },
  };
}
