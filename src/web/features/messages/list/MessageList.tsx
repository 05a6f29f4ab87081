import { useImperativeHandle, useMemo, useReducer, useRef } from "react";
import type { ReactNode, Ref } from "react";
import { Virtualizer } from "virtua";
import { useMe } from "../../../../react/index.ts";
import type { Timeline } from "../../../../react/index.ts";
import { Spinner } from "../../../ui/Spinner.tsx";
import { usePrinting } from "../../../ui/usePrinting.ts";
import { Announcer } from "./Announcer.tsx";
import { JumpPill } from "./JumpPill.tsx";
import { ListRow } from "./ListRow.tsx";
import { initialListState, listReducer } from "./listState.ts";
import { isOwnSettled, rowsOf } from "./rows.ts";
import type { Row } from "./rows.ts";
import { StickyDay } from "./StickyDay.tsx";
import { useBottomReport } from "./useBottomReport.ts";
import { useListScroll } from "./useListScroll.ts";
import type { Opening } from "./useListScroll.ts";
import { useNewBelow } from "./useNewBelow.ts";
import { useRoving } from "./useRoving.ts";
import { useShownRows } from "./useShownRows.ts";
import styles from "./MessageList.module.css";

export interface MessageListHandle {
  /** Shows the newest message, loading it if need be. */
  toNewest: () => void;
  /** Opens the editor on one's latest message that is loaded; `false` when there is none. */
  editLast: () => boolean;
}

interface MessageListProps {
  /** The accessible name: "Messages in #general". */
  label: string;
  history: Timeline;
  /** The line stands above the first message of others after this seq. */
  unreadAfter: number | null;
  /** How many are unread in all; told for as long as not all of them are loaded. */
  unreadCount?: number;
  /** Stands before the first message, once the list reaches back to it. */
  start: ReactNode;
  opening: Opening;
  /** A short list stands at the top, as under a heading; else at the bottom, over the composer. */
  fromTop?: boolean;
  /** Called when the end comes into view or leaves it. */
  onBottomChange?: (atBottom: boolean) => void;
  /** Where the newest messages are when they are not loaded; absent: scroll down. */
  onJumpToNewest?: () => void;
  ref?: Ref<MessageListHandle>;
}

/** Messages, newest at the bottom: virtualised, and faithful to what one is reading. */
export function MessageList(props: MessageListProps) {
  const {
    label,
    history,
    unreadAfter,
    start,
    opening,
    onBottomChange,
    onJumpToNewest,
    fromTop,
    ref,
  } = props;
  const { items, hasOlder, hasNewer } = history;
  const me = useMe();
  const scroller = useRef<HTMLDivElement>(null);
  const [state, dispatch] = useReducer(listReducer, initialListState);
  const loaded = useMemo(
    () => rowsOf(items, { unreadAfter, meId: me.id, withStart: !hasOlder }),
    [items, unreadAfter, me.id, hasOlder],
  );
  const { rows, prepended } = useShownRows(loaded, scroller);
  const printing = usePrinting();
  const scroll = useListScroll({ scroller, rows, history, opening });
  const { list, atBottom, away, scrollTo, scrollToBottom } = scroll;
  const roving = useRoving({ rows, scroller, list, dispatch });
  const newBelow = useNewBelow(items, {
    meId: me.id,
    unreadAfter,
    atBottom: atBottom && !hasNewer,
  });
  const toNewest = hasNewer && onJumpToNewest ? onJumpToNewest : scrollToBottom;
  useBottomReport(atBottom && !hasNewer, onBottomChange);

  useImperativeHandle(ref, () => ({
    toNewest,
    editLast() {
      const index = rows.findLastIndex((row) => isOwnSettled(row, me.id));
      const row = rows[index];
      if (!row) return false;
      list.current?.scrollToIndex(index, { align: "nearest" });
      dispatch({ type: "edit", key: row.key });
      return true;
    },
  }));

  const { focusedKey } = state;
  const focused = focusedKey !== null && rows.some((row) => row.key === focusedKey);
  const tabStopKey = focused ? focusedKey : (rows.at(-1)?.key ?? null);
  // From the end, where they mostly are: the rows may be thousands.
  const kept = [tabStopKey, state.editingKey]
    .map((key) => (key === null ? -1 : rows.findLastIndex((row) => row.key === key)))
    .filter((index) => index !== -1);
  const highlightedId = opening.at === "message" ? opening.id : null;

  return (
    <div className={styles.frame}>
      <StickyDay at={scroll.day} />
      {history.loading.older && (
        <div className={styles.loading}>
          <Spinner label="Loading older messages" />
        </div>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of its rows */}
      <div
        ref={scroller}
        role="log"
        aria-label={label}
        // Scrolling mounts old messages, which must not be read out; the announcer reads new ones.
        aria-live="off"
        className={styles.scroller}
        onKeyDown={roving.onKeyDown}
        onWheel={scroll.takeOver}
        onTouchMove={() => scroll.takeOver({})}
        onPointerLeave={() => dispatch({ type: "point", key: null })}
      >
        {!fromTop && <div className={styles.spring} />}
        <Virtualizer
          ref={list}
          scrollRef={scroller}
          data={rows}
          shift={prepended}
          keepMounted={printing ? [...rows.keys()] : kept}
          bufferSize={600}
          onScroll={scroll.onScroll}
          onScrollEnd={scroll.onScrollEnd}
          onResize={scroll.onResize}
        >
          {(row: Row) => (
            <ListRow
              key={row.key}
              row={row}
              start={start}
              active={state.activeKey === row.key}
              tabStop={row.key === tabStopKey}
              editing={state.editingKey === row.key}
              opened={state.opened?.key === row.key ? state.opened.kind : null}
              highlighted={row.type === "message" && row.item.message.id === highlightedId}
              dispatch={dispatch}
            />
          )}
        </Virtualizer>
      </div>
      <JumpPill
        count={hasNewer ? (props.unreadCount ?? 0) : newBelow.count}
        away={away || hasNewer}
        onJump={() => {
          if (newBelow.firstKey !== null && !hasNewer) scrollTo(newBelow.firstKey);
          else toNewest();
        }}
      />
      <Announcer items={items} meId={me.id} />
    </div>
  );
}
