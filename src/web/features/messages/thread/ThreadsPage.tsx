import { MessagesSquare } from "lucide-react";
import type { ReactNode } from "react";
import { errorDetails } from "../../../../client/index.ts";
import { useFollowedThreads } from "../../../../react/index.ts";
import type { Room } from "../../../../shared/rooms.ts";
import { threadsPath } from "../../../paths.ts";
import { Button } from "../../../ui/Button.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { ErrorMessage } from "../../../ui/ErrorMessage.tsx";
import { Page } from "../../../ui/Page.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { ThreadCard } from "./ThreadCard.tsx";
import styles from "./ThreadsPage.module.css";

/** The threads that one follows: what is new first, then by the newest reply. */
export function ThreadsPage({ renderRoom }: { renderRoom: (room: Room) => ReactNode }) {
  const { unread, read, loading, error, hasMore, loadMore } = useFollowedThreads();
  const none = !loading && unread.length + read.length === 0;
  return (
    <Page title="Threads" tabs={[{ href: threadsPath, label: "Following", current: true }]}>
      {error != null && <ErrorMessage>{errorDetails(error).message}</ErrorMessage>}
      {loading && <Skeleton height="6rem" shape="block" />}
      {none && error == null && (
        <EmptyState icon={<MessagesSquare />} title="No threads yet">
          Threads that you begin, answer or are mentioned in will stand here.
        </EmptyState>
      )}
      {[...unread, ...read].length > 0 && (
        <ul aria-label="Threads" className={styles.list}>
          {[...unread, ...read].map((thread) => (
            <ThreadCard key={thread.root.id} thread={thread} renderRoom={renderRoom} />
          ))}
        </ul>
      )}
      {hasMore && (
        <Button variant="ghost" className={styles.more} onClick={loadMore}>
          Show more
        </Button>
      )}
    </Page>
  );
}
