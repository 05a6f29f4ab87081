import { limits } from "../../src/shared/limits.ts";
import type { ImportedMessage, Store } from "../../src/server/store/port.ts";

export interface History {
  roomId: string;
  authorIds: readonly string[];
  messages: number;
}

const atOnce = 500;
const words =
  "the a we kettle room door note plan today tomorrow draft review build test ship green blue slow quick again maybe sure thanks lunch garden window paper letter road bridge".split(
    " ",
  );

/** Fills a room with years of talk. One minute passes from message to message. */
export async function fillRoom(store: Store, history: History): Promise<void> {
  const begin = Date.now() - history.messages * 60_000;
  for (let from = 0; from < history.messages; from += atOnce) {
    const length = Math.min(atOnce, history.messages - from);
    await store.importMessages(
      Array.from({ length }, (_, index) => messageNumber(from + index, begin, history)),
    );
    if (from % (atOnce * 40) === 0) await forgetOldEvents(store);
  }
  await store.markImported([history.roomId]);
  await forgetOldEvents(store);
}

function messageNumber(number: number, begin: number, history: History): ImportedMessage {
  const { roomId, authorIds } = history;
  return {
    key: `bench:${number}`,
    roomId,
    authorId: authorIds[number % authorIds.length] ?? "",
    authorName: null,
    body: bodyNumber(number),
    createdAt: new Date(begin + number * 60_000).toISOString(),
    editedAt: null,
    threadRootKey: null,
    reactions: [],
    attachmentIds: [],
  };
}

/** 4 to 35 words, the same for the same number. */
function bodyNumber(number: number): string {
  let state = number + 1;
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const body = Array.from({ length: 4 + next(32) }, () => words[next(words.length)]);
  return `${number} ${body.join(" ")}`;
}

/** As the server does every hour; otherwise a million events would lie on the disk for nothing. */
async function forgetOldEvents(store: Store): Promise<void> {
  const { head } = await store.logState();
  if (head > limits.retainedEvents) await store.pruneLog(head - limits.retainedEvents);
}
