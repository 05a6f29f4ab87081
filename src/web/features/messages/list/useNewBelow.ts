import { useState } from "react";
import type { TimelineItem } from "../../../../react/index.ts";

interface NewBelow {
  meId: string;
  /** Where reading ended when the list was opened. */
  unreadAfter: number | null;
  atBottom: boolean;
}

/** Messages of others that arrived since the end was last in view: how many, and the key of the first. */
export function useNewBelow(
  items: readonly TimelineItem[],
  { meId, unreadAfter, atBottom }: NewBelow,
): { count: number; firstKey: string | null } {
  const newest = items.findLast((item) => item.outbox === null)?.message.seq ?? 0;
  const [seenSeq, setSeenSeq] = useState(unreadAfter ?? newest);
  if (atBottom && seenSeq !== newest) setSeenSeq(newest);
  if (atBottom) return { count: 0, firstKey: null };
  // Those that were seen are many more.
  const lastSeen = items.findLastIndex(
    (item) => item.outbox === null && item.message.seq <= seenSeq,
  );
  const unseen = items
    .slice(lastSeen + 1)
    .filter(({ message, outbox }) => outbox === null && message.authorId !== meId);
  return { count: unseen.length, firstKey: unseen[0]?.key ?? null };
}
