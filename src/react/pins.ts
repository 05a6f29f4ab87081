import { useMemo } from "react";
import { errorDetails } from "../client/index.ts";
import type { ErrorDetails } from "../shared/errors.ts";
import type { Message } from "../shared/messages.ts";
import { pinsAfter } from "./cachedLists.ts";
import { useExpectedList } from "./expectedLists.ts";
import { trpc } from "./trpc.ts";

/** The pins of a room. */
export interface Pins {
  /** Pinned last first; `undefined` until they are there. */
  messages: Message[] | undefined;
  /** Why they could not be fetched. */
  error: ErrorDetails | null;
}

/** What the people of a room pinned, live. */
export function usePins(roomId: string): Pins {
  const { data, error } = trpc.messages.pins.useQuery({ roomId });
  const rule = useMemo(() => pinsAfter(roomId), [roomId]);
  return {
    messages: useExpectedList(data, rule),
    error: error && errorDetails(error),
  };
}
