import { useEffect, useMemo, useSyncExternalStore } from "react";
import type { SnugClient } from "../../../client/index.ts";
import { useClient } from "../../../react/index.ts";
import type { LogEventOf } from "../../../shared/events.ts";

/** What bots answered to one's commands. For oneself alone, and gone with the page. */
export type Answer = LogEventOf<"command.answered">;

/** More of one place would push the composer off the screen. */
const mostAtOnce = 3;

let answers: readonly Answer[] = [];
const listeners = new Set<() => void>();

/** Keeps what is answered while one is elsewhere in the app. */
export function useKeptAnswers(): void {
  const client = useClient();
  useEffect(() => keepAnswers(client), [client]);
}

export function useAnswers(roomId: string, rootId: string | null): readonly Answer[] {
  const all = useSyncExternalStore(subscribe, current);
  return useMemo(
    () => all.filter((one) => isAt(one, { roomId, rootId })).slice(-mostAtOnce),
    [all, roomId, rootId],
  );
}

export function dismissAnswer(seq: number): void {
  replace(answers.filter((answer) => answer.seq !== seq));
}

function keepAnswers(client: SnugClient): () => void {
  const stop = client.on("command.answered", (answer) => replace([...answers, answer]));
  return () => {
    stop();
    replace([]);
  };
}

function isAt(answer: Answer, place: { roomId: string; rootId: string | null }): boolean {
  return answer.roomId === place.roomId && answer.threadRootId === place.rootId;
}

function current(): readonly Answer[] {
  return answers;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function replace(next: readonly Answer[]): void {
  answers = next;
  for (const listener of listeners) listener();
}
