import { Bookmark } from "lucide-react";
import type { ReactNode } from "react";
import { errorDetails } from "../../../../client/index.ts";
import { trpc } from "../../../../react/index.ts";
import type { Message } from "../../../../shared/messages.ts";
import { savedPath } from "../../../paths.ts";
import { Button } from "../../../ui/Button.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { ErrorMessage } from "../../../ui/ErrorMessage.tsx";
import { Page } from "../../../ui/Page.tsx";
import { TimelineSkeleton } from "../timeline/TimelineSkeleton.tsx";
import { KeptMessage } from "./KeptMessage.tsx";
import styles from "./SavedPage.module.css";

/** What one keeps for later, on all devices, at /saved. */
export function SavedPage({ renderPlace }: { renderPlace: (roomId: string) => ReactNode }) {
  const saved = trpc.messages.saved.useInfiniteQuery(
    {},
    { getNextPageParam: (last) => last.older },
  );
  const items = saved.data?.pages.flatMap((page) => page.items);
  return (
    <Page title="Saved" tabs={[{ href: savedPath, label: "Messages", current: true }]}>
      {saved.error && (
        <ErrorMessage onRetry={() => void saved.refetch()}>
          {errorDetails(saved.error).message}
        </ErrorMessage>
      )}
      {saved.isPending && <TimelineSkeleton />}
      {items?.length === 0 && (
        <EmptyState icon={<Bookmark />} title="Nothing saved yet">
          Keep what you want to come back to: choose “Save for later” in a message’s menu. Only you
          see it.
        </EmptyState>
      )}
      {items && items.length > 0 && (
        <ul aria-label="Saved messages" className={styles.list}>
          {items.map(({ message }) => (
            <SavedMessage key={message.id} message={message} place={renderPlace(message.roomId)} />
          ))}
        </ul>
      )}
      {saved.hasNextPage && (
        <Button busy={saved.isFetchingNextPage} onClick={() => void saved.fetchNextPage()}>
          Show more
        </Button>
      )}
    </Page>
  );
}

function SavedMessage({ message, place }: { message: Message; place: ReactNode }) {
  const save = trpc.messages.save.useMutation();
  return (
    <KeptMessage
      message={message}
      place={place}
      note={save.error && errorDetails(save.error).message}
      action={
        <Button
          size="small"
          variant="ghost"
          busy={save.isPending}
          onClick={() => save.mutate({ messageId: message.id, on: false })}
        >
          Remove
        </Button>
      }
    />
  );
}
