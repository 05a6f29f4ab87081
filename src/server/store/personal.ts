import type { DraftSave, DraftSaved } from "../../shared/drafts.ts";
import type { FollowedThread, ThreadFollow, ThreadPage } from "../../shared/threads.ts";

// The part of the durable port that is each person's own.

export interface Threads {
  /** `null` for a thread that one neither followed nor left. */
  threadFollow(userId: string, rootId: string): Promise<ThreadFollow | null>;
  /** By the newest reply, of which that of the first is before seq `before`. */
  followedThreads(userId: string, before: number | null, limit: number): Promise<ThreadPage>;
  unreadThreads(userId: string, limit: number): Promise<FollowedThread[]>;
  /** A root of one's rooms. Following starts at the thread's end. */
  followThread(userId: string, rootId: string, following: boolean): Promise<ThreadFollow>;
  /** Forwards only; of a thread that one does not follow, nothing happens. */
  markThreadRead(userId: string, rootId: string, seq: number): Promise<void>;
}

export interface Drafts {
  /** In a room that one is in, or a thread of it. Saving what is saved writes nothing. */
  saveDraft(userId: string, draft: DraftSave): Promise<DraftSaved>;
}
