import { useEffect, useState } from "react";
import { useMarkThreadRead, useThreadFollow, useUnreadThreadIds } from "../../../../react/index.ts";
import type { TimelineItem } from "../../../../react/index.ts";
import { useReading } from "../timeline/useReading.ts";

interface ThreadReading {
  rootId: string;
  items: readonly TimelineItem[];
  atBottom: boolean;
}

/** Where the line above what is new stands; marks the thread as read while someone reads at its end. */
export function useThreadReading({ rootId, items, atBottom }: ThreadReading): number | null {
  const follow = useThreadFollow(rootId);
  const unread = useUnreadThreadIds().includes(rootId);
  // Where it stood on opening: what comes while one reads is not behind one.
  const [line, setLine] = useState<number | null>();
  if (line === undefined && follow) setLine(unread ? follow.readSeq : null);

  const reading = useReading();
  const markRead = useMarkThreadRead();
  const newestSeq = items.findLast((item) => item.outbox === null)?.message.seq ?? 0;
  const due = unread && reading && atBottom && line !== undefined && newestSeq > 0;
  useEffect(() => {
    if (due) markRead(rootId, newestSeq);
  }, [due, rootId, newestSeq, markRead]);

  return line ?? null;
}
