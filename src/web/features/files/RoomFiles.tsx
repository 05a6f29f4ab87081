import { Files } from "lucide-react";
import { errorDetails } from "../../../client/index.ts";
import { trpc } from "../../../react/index.ts";
import { isPicture } from "../../../shared/fileKinds.ts";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ErrorMessage } from "../../ui/ErrorMessage.tsx";
import { viewPictures } from "../../ui/lightbox.ts";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { RoomFileRow } from "./RoomFileRow.tsx";
import styles from "./RoomFiles.module.css";

/** What was sent to a room, newest first. */
export function RoomFiles({ roomId }: { roomId: string }) {
  const query = trpc.files.ofRoom.useInfiniteQuery(
    { roomId, limit: 10 },
    { getNextPageParam: (page) => page.older },
  );
  const files = query.data?.pages.flatMap((page) => page.files) ?? [];
  const pictures = files.map(({ file }) => file).filter(isPicture);
  return (
    <section aria-label="Files">
      {query.error && (
        <ErrorMessage onRetry={() => void query.refetch()}>
          {errorDetails(query.error).message}
        </ErrorMessage>
      )}
      {query.isPending && (
        <div className={styles.placeholders} aria-busy="true">
          {[0, 1].map((row) => (
            <Skeleton key={row} height="2rem" width="80%" shape="block" />
          ))}
        </div>
      )}
      {query.isSuccess && files.length === 0 && (
        <EmptyState icon={<Files />} title="No files yet">
          What people attach to their messages can be found here again.
        </EmptyState>
      )}
      <ul>
        {files.map((roomFile) => (
          <RoomFileRow
            key={roomFile.file.id}
            roomId={roomId}
            roomFile={roomFile}
            onView={() =>
              viewPictures(
                pictures,
                pictures.findIndex(({ id }) => id === roomFile.file.id),
              )
            }
          />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button
          size="small"
          variant="ghost"
          busy={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          Show older files
        </Button>
      )}
    </section>
  );
}
