import { lazy, Suspense, useEffect, useRef } from "react";
import type { KeyboardEvent } from "react";
import { useLocation } from "wouter";
import { searchPath, searchQuery } from "../paths.ts";
import { PanelSkeleton } from "./PanelSkeleton.tsx";
import { RoomName } from "./RoomName.tsx";
import { SidePanel } from "./SidePanel.tsx";
import { useMedia } from "../ui/useMedia.ts";

const SearchPane = lazy(async () => ({
  default: (await import("../features/search/SearchPane.tsx")).SearchPane,
}));

interface SearchSideProps {
  text: string;
  roomId: string | null;
  /** Changes when the search is asked for again. */
  focusKey: number;
}

/** The search at the end: beside what is shown, or over it where space is short. */
export function SearchSide({ text, roomId, focusKey }: SearchSideProps) {
  const [path, navigate] = useLocation();
  const covers = useMedia("(max-width: 60rem)");
  const opener = useRef(document.activeElement);

  useEffect(() => {
    const cameFrom = opener.current;
    return () => {
      if (cameFrom instanceof HTMLElement && document.activeElement === document.body) {
        cameFrom.focus();
      }
    };
  }, []);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    navigate(path);
  }

  return (
    // Esc closes it from wherever one is in it.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div onKeyDown={onKeyDown}>
      <SidePanel title="Search" ownFocus onClose={() => navigate(path)}>
        <Suspense fallback={<PanelSkeleton />}>
          <SearchPane
            text={text}
            roomId={roomId}
            renderRoom={(room) => <RoomName room={room} />}
            // Where it would cover what it leads to, going back leads back to it.
            query={covers ? "" : searchQuery(text)}
            // A step of its own for every pause in writing would be many to go back through.
            onSearch={(sought) => navigate(searchPath(path, sought), { replace: true })}
            focusKey={focusKey}
          />
        </Suspense>
      </SidePanel>
    </div>
  );
}
