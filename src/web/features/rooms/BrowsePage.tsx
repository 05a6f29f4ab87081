import { Compass, Plus, Search } from "lucide-react";
import { useState } from "react";
import { errorDetails } from "../../../client/index.ts";
import { trpc, useMe } from "../../../react/index.ts";
import type { BrowsedRoom } from "../../../shared/rooms.ts";
import { browsePath } from "../../paths.ts";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ErrorMessage } from "../../ui/ErrorMessage.tsx";
import { Page } from "../../ui/Page.tsx";
import { RowList } from "../../ui/RowList.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { BrowseRow } from "./BrowseRow.tsx";
import styles from "./BrowsePage.module.css";

interface BrowsePageProps {
  tab?: string;
  onCreateRoom: () => void;
}

/** Every room that one may join, at /browse/:tab? */
export function BrowsePage({ tab, onCreateRoom }: BrowsePageProps) {
  const me = useMe();
  const archived = tab === "archived";
  const [query, setQuery] = useState("");
  const browsed = trpc.rooms.browse.useQuery({ archived });
  const rooms = browsed.data?.filter((room) => isListed(room, archived, query));
  return (
    <Page
      title="Rooms"
      tabs={[
        { href: browsePath, label: "Open", current: !archived },
        { href: `${browsePath}/archived`, label: "Archived", current: archived },
      ]}
    >
      <div className={styles.tools}>
        <TextField
          label="Find a room"
          labelHidden
          type="search"
          placeholder="Find a room"
          start={<Search />}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        {me.role !== "guest" && (
          <Button variant="primary" icon={<Plus />} onClick={onCreateRoom}>
            Create a room
          </Button>
        )}
      </div>
      {browsed.error && (
        <ErrorMessage onRetry={() => void browsed.refetch()}>
          {errorDetails(browsed.error).message}
        </ErrorMessage>
      )}
      {browsed.isPending && <Placeholders />}
      {rooms && rooms.length > 0 && (
        <RowList label="Rooms">
          {rooms.map((room) => (
            <BrowseRow key={room.id} room={room} />
          ))}
        </RowList>
      )}
      {rooms?.length === 0 && (
        <EmptyState
          icon={<Compass />}
          action={query !== "" && <Button onClick={() => setQuery("")}>Show all rooms</Button>}
        >
          {query !== ""
            ? "No room is called that."
            : archived
              ? "No room has been archived."
              : "There is no room to join yet."}
        </EmptyState>
      )}
    </Page>
  );
}

/** Answers of either kind may hold both, so the tab has the last word. */
function isListed(room: BrowsedRoom, archived: boolean, query: string): boolean {
  if (room.kind === "direct" || (room.archivedAt !== null) !== archived) return false;
  const words = `${room.name} ${room.topic}`.toLocaleLowerCase();
  return words.includes(query.trim().toLocaleLowerCase());
}

function Placeholders() {
  return (
    <div className={styles.placeholders} aria-busy="true">
      {[0, 1, 2, 3].map((row) => (
        <Skeleton key={row} height="3.5rem" shape="block" />
      ))}
    </div>
  );
}
