import { SearchX } from "lucide-react";
import { useMemo } from "react";
import type { KeyboardEvent, ReactNode } from "react";
import { useSearch } from "../../../react/index.ts";
import type { Room } from "../../../shared/rooms.ts";
import type { SearchPage } from "../../../shared/search.ts";
import { parseSearch } from "../../../shared/searchQuery.ts";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ErrorMessage } from "../../ui/ErrorMessage.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { FoundMessage } from "./FoundMessage.tsx";
import { handsFocusOn } from "../../ui/handsFocusOn.ts";
import styles from "./SearchResults.module.css";

interface SearchResultsProps {
  text: string;
  renderRoom: (room: Room) => ReactNode;
  /** What follows a hit's address. */
  query: string;
  onSearch: (text: string) => void;
  /** Someone goes to a hit. */
  onOpen: () => void;
}

/** What was found, newest first; ↑ and ↓ go from one to the next. */
export function SearchResults(props: SearchResultsProps) {
  const { text, renderRoom, query, onSearch, onOpen } = props;
  const results = useSearch(text);
  const { pages } = results;
  const rooms = useMemo(
    () => new Map(pages.flatMap((page) => page.rooms.map((room) => [room.id, room]))),
    [pages],
  );
  const hits = pages.flatMap((page) => page.hits);
  const { words } = useMemo(() => parseSearch(text), [text]);
  return (
    <>
      <p role="status" className="visually-hidden">
        {results.status === "ready" ? countOf(hits.length, results.hasOlder) : ""}
      </p>
      {results.status === "searching" && hits.length === 0 && <Searching />}
      {results.error && (
        <div className={styles.error}>
          <ErrorMessage onRetry={results.retry}>{results.error.message}</ErrorMessage>
        </div>
      )}
      {results.status === "ready" && hits.length === 0 && !results.hasOlder && (
        <NothingFound text={text} pages={pages} onSearch={onSearch} />
      )}
      {hits.length > 0 && (
        // The arrows are a shortcut: every hit is a link that Tab reaches.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
        <ol
          aria-label="Results"
          aria-busy={results.status === "searching"}
          className={styles.list}
          onKeyDown={stepBetween}
        >
          {hits.map((hit) => {
            const room = rooms.get(hit.message.roomId);
            return (
              <li key={hit.message.id} ref={handsFocusOn}>
                <FoundMessage
                  message={hit.message}
                  sought={words}
                  room={room && renderRoom(room)}
                  query={query}
                  onOpen={onOpen}
                />
              </li>
            );
          })}
        </ol>
      )}
      {results.status === "ready" && results.hasOlder && (
        <div className={styles.more}>
          <Button busy={results.loadingOlder} onClick={results.loadOlder}>
            Look further back
          </Button>
        </div>
      )}
    </>
  );
}

function countOf(count: number, more: boolean): string {
  if (count === 0) return more ? "Nothing found so far" : "Nothing found";
  const results = count === 1 ? "1 message found" : `${count} messages found`;
  return more ? `${results}, and there are older ones` : results;
}

function stepBetween(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const links = [...event.currentTarget.querySelectorAll("a")];
  const at = links.findIndex((link) => link === document.activeElement);
  links[at + (event.key === "ArrowDown" ? 1 : -1)]?.focus();
  event.preventDefault();
}

function Searching() {
  return (
    <div role="status" aria-label="Searching" className={styles.searching}>
      {["60%", "90%", "75%"].map((width) => (
        <div key={width} className={styles.placeholder}>
          <Skeleton width="40%" />
          <Skeleton width={width} />
        </div>
      ))}
    </div>
  );
}

interface NothingFoundProps {
  text: string;
  pages: readonly SearchPage[];
  onSearch: (text: string) => void;
}

function NothingFound({ text, pages, onSearch }: NothingFoundProps) {
  const { words, filters } = parseSearch(text);
  const unknown = pages[0]?.unknown[0];
  const wordsOnly = words
    .map((each) => (each.not ? "-" : "") + (each.exact ? `"${each.text}"` : each.text))
    .join(" ");
  return (
    <EmptyState
      icon={<SearchX />}
      title="Nothing found"
      action={
        filters.length > 0 && wordsOnly !== "" ? (
          <Button onClick={() => onSearch(wordsOnly)}>Search for the words alone</Button>
        ) : (
          <Button onClick={() => onSearch("")}>Search for something else</Button>
        )
      }
    >
      {unknown
        ? unknown.key === "from"
          ? `Nobody here is called “${unknown.name}”.`
          : `No room of yours is called “${unknown.name}”.`
        : "No message that you can see has all of this. Fewer words find more."}
    </EmptyState>
  );
}
