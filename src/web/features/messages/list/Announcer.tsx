import { useEffect, useRef, useState } from "react";
import { useUsers } from "../../../../react/index.ts";
import { actionIn } from "../../../../shared/commands.ts";
import type { TimelineItem } from "../../../../react/index.ts";

const spokenCharacters = 300;

/** Reads new messages of others out, politely, while the page is in sight. */
export function Announcer({ items, meId }: { items: readonly TimelineItem[]; meId: string }) {
  const users = useUsers();
  const [words, setWords] = useState("");
  const spokenSeq = useRef<number | null>(null);
  useEffect(() => {
    const settled = items.findLast((item) => item.outbox === null)?.message;
    if (!settled) return;
    const first = spokenSeq.current === null;
    const fresh = settled.seq > (spokenSeq.current ?? 0);
    spokenSeq.current = settled.seq;
    if (first || !fresh || settled.authorId === meId || document.hidden) return;
    const name = settled.authorName ?? users.get(settled.authorId)?.displayName ?? "Someone";
    const does = actionIn(settled.body);
    const said = spokenText(does ?? settled.body, users);
    setWords(does === null ? `${name}: ${said}` : `${name} ${said}`);
  }, [items, meId, users]);
  return (
    <div aria-live="polite" className="visually-hidden">
      {words}
    </div>
  );
}

function spokenText(body: string, users: ReadonlyMap<string, { displayName: string }>): string {
  return body
    .replace(/<@([\w-]+)>/g, (_, id: string) => users.get(id)?.displayName ?? "someone")
    .replace(/<#[\w-]+>/g, "a room")
    .replace(/<!(\w+)>/g, "$1")
    .slice(0, spokenCharacters);
}
