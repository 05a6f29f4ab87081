import type { RefObject } from "react";
import { useCallback, useLayoutEffect, useRef, useState } from "react";
import type { VirtualizerHandle } from "virtua";
import type { Timeline } from "../../../../react/index.ts";
import type { Row } from "./rows.ts";

/** Where a list stands when it appears. */
export type Opening =
  | { at: "end" }
  /** Two thirds up, the line in view with a little of what was read before it. */
  | { at: "unread" }
  | { at: "message"; id: string };

interface ListScroll {
  scroller: RefObject<HTMLElement | null>;
  rows: readonly Row[];
  opening: Opening;
  history: Timeline;
}

/** Within this one is at the bottom, whatever rounding says. */
const bottomSlackPx = 16;
/** History is fetched this many screens before one runs out of it. */
const screensAhead = 2;
/**
 * Sizes are measured on the way to where it opens, and history that came meanwhile would move the goal.
 * It has arrived when it stands there for so many frames; after so many it gives up.
 */
const restFrames = 3;
const openingFrames = 240;
/** Says of the list that a wheel moves it, and nobody means the rows that come by under the pointer. */
const wheeling = "data-wheeling";
/** As high as a divider between days. */
const dividerPx = 36;
/** Over the unread line, so that one sees where one left off. */
const lineOffsetPx = -96;

/**
 * The scroll position of a message list: it opens where reading goes on, stays at the bottom when
 * there, stays put when not, and asks for history before the reader gets to its end.
 */
export function useListScroll(options: ListScroll) {
  const { rows } = options;
  const { hasOlder, hasNewer } = options.history;
  const list = useRef<VirtualizerHandle>(null);
  const opened = useRef(false);
  const settled = useRef(false);
  const lastOffset = useRef(0);
  const stuck = useRef(false);
  /** Where the list stood when a hand began to lift it; `null` once it is off the bottom, or at rest. */
  const liftedFrom = useRef<number | null>(null);
  const [atBottom, setAtBottom] = useState(false);
  const [away, setAway] = useState(false);
  const [day, setDay] = useState<string | null>(null);
  const latest = useRef(options);
  useLayoutEffect(() => {
    latest.current = options;
  });

  const scrollToBottom = useCallback(() => {
    stuck.current = true;
    liftedFrom.current = null;
    toEnd(latest.current.scroller.current);
  }, []);

  /** To where a row is the first that is read, with a little of what stands before it. */
  const scrollTo = useCallback((key: string) => {
    const index = latest.current.rows.findIndex((row) => row.key === key);
    if (index !== -1) list.current?.scrollToIndex(index, { align: "start", offset: lineOffsetPx });
  }, []);

  /** Looks where the list stands; called when it scrolled and when anything changed its size. */
  const look = useCallback(() => {
    const handle = list.current;
    if (!handle || !opened.current || handle.viewportSize === 0) return;
    const offset = handle.scrollOffset;
    const { history, rows: shown } = latest.current;
    setDay(stickyDay(handle, shown));
    if (!settled.current) return;
    const below = handle.scrollSize - handle.viewportSize - offset;
    // Only moving up lets go of the bottom; what grows below the eye must not. Within the slack, rows that
    // are measured must not end a hand's movement that has just begun, nor bring it back.
    if (below > bottomSlackPx) liftedFrom.current = null;
    if (offset < lastOffset.current - 1 && below > 1) stuck.current = false;
    else if (below <= bottomSlackPx && liftedFrom.current === null) stuck.current = true;
    lastOffset.current = offset;
    setAtBottom(below <= bottomSlackPx);
    setAway(below > handle.viewportSize);
    const margin = handle.viewportSize * screensAhead;
    if (offset < margin && history.hasOlder) history.loadOlder();
    if (below < margin && history.hasNewer) history.loadNewer();
  }, []);

  const onResize = useCallback(() => {
    if (stuck.current && !latest.current.history.hasNewer) scrollToBottom();
    look();
  }, [look, scrollToBottom]);

  /** A hand moves the list: it lets go of the bottom at once when that goes up, and opens no further. */
  const takeOver = useCallback(
    (event: { deltaY?: number }) => {
      const { deltaY = 0 } = event;
      const { scroller } = latest.current;
      const offset = list.current?.scrollOffset ?? 0;
      if (deltaY !== 0) scroller.current?.toggleAttribute(wheeling, true);
      if (deltaY > 0) liftedFrom.current = null;
      if (deltaY < 0 && offset > 0) {
        liftedFrom.current ??= offset;
        stuck.current = false;
      }
      if (settled.current) return;
      settled.current = true;
      stuck.current = false;
      look();
    },
    [look],
  );

  /** Who was lifted by no more than the slack, and left there, is at the bottom again. */
  const onScrollEnd = useCallback(() => {
    latest.current.scroller.current?.removeAttribute(wheeling);
    if ((list.current?.scrollOffset ?? 0) < (liftedFrom.current ?? 0)) liftedFrom.current = null;
    look();
  }, [look]);

  useLayoutEffect(() => {
    const { opening } = latest.current;
    stuck.current = open(list.current, latest.current) === "end";
    opened.current = true;
    let frame = 0;
    function settle(rested: number, left: number) {
      frame = requestAnimationFrame(() => {
        if (settled.current) return;
        const handle = list.current;
        const there = handle !== null && standsWhereOpened(handle, latest.current.rows, opening);
        if (!there) open(handle, latest.current);
        if (left > 0 && (!there || rested < restFrames)) {
          return settle(there ? rested + 1 : 0, left - 1);
        }
        settled.current = true;
        look();
      });
    }
    settle(0, openingFrames);
    return () => {
      cancelAnimationFrame(frame);
      opened.current = false;
      settled.current = false;
    };
  }, [look]);

  useLayoutEffect(() => {
    if (stuck.current && !hasNewer) scrollToBottom();
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- new rows are what it is about
  }, [rows, hasNewer, scrollToBottom]);

  // A short list fires no scroll event, and a page that came may not be enough.
  useLayoutEffect(() => {
    const frame = requestAnimationFrame(look);
    return () => cancelAnimationFrame(frame);
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- they say when to look again
  }, [rows, hasOlder, hasNewer, look]);

  return {
    list,
    atBottom,
    away,
    day,
    scrollTo,
    scrollToBottom,
    takeOver,
    onScroll: look,
    onScrollEnd,
    onResize,
  };
}

/** The day to stick over the list; none where a divider of its own is in the way. */
function stickyDay(handle: VirtualizerHandle, rows: readonly Row[]): string | null {
  const top = handle.findItemIndex(handle.scrollOffset);
  const isClear = [top, top + 1].every((index) => {
    const row = rows[index];
    if (row?.type !== "message" || !row.startsDay) return true;
    const from = handle.getItemOffset(index) - handle.scrollOffset;
    return from < -dividerPx || from > dividerPx;
  });
  const row = rows[top];
  return isClear && row?.type === "message" ? row.item.message.createdAt : null;
}

/** The row that the list opens at; -1 for its end. */
function openingIndex(rows: readonly Row[], opening: Opening): number {
  return rows.findIndex((row) => {
    if (row.type !== "message") return false;
    if (opening.at === "unread") return row.startsUnread;
    return opening.at === "message" && row.item.message.id === opening.id;
  });
}

/** Answers where the list now stands. */
function open(handle: VirtualizerHandle | null, { rows, opening, scroller }: ListScroll) {
  const index = openingIndex(rows, opening);
  if (index === -1) {
    toEnd(scroller.current);
    return "end";
  }
  if (opening.at === "unread") {
    handle?.scrollToIndex(index, { align: "start", offset: lineOffsetPx });
  } else {
    handle?.scrollToIndex(index, { align: "center" });
  }
  return opening.at;
}

/**
 * Not by `scrollToIndex`, which repeats itself for a while as rows are measured: who turned the wheel
 * meanwhile was brought back. What is stuck to the bottom is brought there anew by `onResize`.
 */
function toEnd(scroller: HTMLElement | null): void {
  scroller?.scrollTo({ top: scroller.scrollHeight, behavior: "instant" });
}

/** Whether the list stands where `open` wants it, as far as its ends let it. */
function standsWhereOpened(
  handle: VirtualizerHandle,
  rows: readonly Row[],
  opening: Opening,
): boolean {
  const index = openingIndex(rows, opening);
  const end = Math.max(0, handle.scrollSize - handle.viewportSize);
  const goal =
    index === -1
      ? end
      : opening.at === "unread"
        ? handle.getItemOffset(index) + lineOffsetPx
        : handle.getItemOffset(index) - (handle.viewportSize - handle.getItemSize(index)) / 2;
  return Math.abs(handle.scrollOffset - Math.min(end, Math.max(0, goal))) <= bottomSlackPx;
}
