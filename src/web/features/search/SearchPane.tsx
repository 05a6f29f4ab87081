import { TextSearch } from "lucide-react";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { ReactNode } from "react";
import { useMe, useRooms, useUsers } from "../../../react/index.ts";
import type { Room } from "../../../shared/rooms.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { forgetSearches, readRecentSearches, rememberSearch } from "./recentSearches.ts";
import { SearchField } from "./SearchField.tsx";
import styles from "./SearchPane.module.css";
import { SearchResults } from "./SearchResults.tsx";
import { completionAt } from "./suggestions.ts";

interface SearchPaneProps {
  /** What is being searched for; empty before anything is. */
  text: string;
  /** The room that is open beside it. */
  roomId: string | null;
  renderRoom: (room: Room) => ReactNode;
  /** What follows a hit's address. */
  query: string;
  onSearch: (text: string) => void;
  /** Changes when a search is asked for from elsewhere. */
  focusKey: number;
}

/** A field to search with, and what was found. */
export function SearchPane(props: SearchPaneProps) {
  const { text, roomId, renderRoom, query, onSearch, focusKey } = props;
  const { id: meId } = useMe();
  const users = useUsers();
  const rooms = useRooms();
  const results = useRef<HTMLDivElement>(null);
  const [cleared, setCleared] = useState(0);

  function remember(sought: string) {
    if (sought.trim() !== "") rememberSearch(meId, sought);
  }

  const rememberAsked = useEffectEvent(() => remember(text));
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- asked for again is what it tells
  useEffect(() => rememberAsked(), [focusKey]);

  function search(sought: string) {
    if (sought === "") setCleared(cleared + 1);
    remember(sought);
    onSearch(sought);
  }

  return (
    <div className={styles.pane}>
      <SearchField
        text={text}
        completionAt={(value, caret) => {
          const recents = readRecentSearches(meId);
          return completionAt(value, caret, { users, rooms, meId, recents, roomId });
        }}
        onSearch={search}
        onPause={onSearch}
        onForgetRecents={() => {
          forgetSearches(meId);
          setCleared(cleared + 1);
        }}
        onDown={() => results.current?.querySelector("a")?.focus()}
        focusKey={focusKey + cleared}
      />
      <div ref={results} className={styles.results}>
        {text.trim() === "" ? (
          <EmptyState icon={<TextSearch />} title="Find what was said">
            In every room that you can see. Words are enough; people, rooms and dates narrow it
            down.
          </EmptyState>
        ) : (
          <SearchResults
            text={text}
            renderRoom={renderRoom}
            query={query}
            onSearch={search}
            onOpen={() => remember(text)}
          />
        )}
      </div>
    </div>
  );
}
