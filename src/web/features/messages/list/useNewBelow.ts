import { useState } from "react";
import type { TimelineItem } from "../../../../react/index.ts";

interface NewBelow {
  meId: string;
  /** Where reading ended when the list was opened. */
  unreadAfter: number | null;
  atBottom: boolean;
}

/** How many messages of others arrived since the end was last in view. */
export function useNewBelow(
  items: readonly TimelineItem[],
  { meId, unreadAfter, atBottom }: NewBelow,
): number {
  const newest = items.findLast((item) => item.outbox === null)?.message.seq ?? 0;
  const [seenSeq, setSeenSeq] = useState(unreadAfter ?? newest);
  if (atBottom && seenSeq !== newest) setSeenSeq(newest);
  if (atBottom) return 0;
  return items.filter(
    ({ message, outbox }) => outbox === null && message.seq > seenSeq && message.authorId !== meId,
  ).length;
}
