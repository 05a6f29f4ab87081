import { Bookmark } from "lucide-react";
import type { ReactNode } from "react";
import { useSave, useSavedMessages } from "../../../../react/index.ts";
import type { Message } from "../../../../shared/messages.ts";
import { RefusalNote } from "../../../forms/RefusalNote.tsx";
import { attempt } from "../../../forms/refusals.ts";
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
  const { items, error, hasMore, loadingMore, loadMore, retry } = useSavedMessages();
  return (
    <Page title="Saved" tabs={[{ href: savedPath, label: "Messages", current: true }]}>
      {error && <ErrorMessage onRetry={retry}>{error.message}</ErrorMessage>}
      {!items && !error && <TimelineSkeleton />}
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
      {hasMore && (
        <Button busy={loadingMore} onClick={loadMore}>
          Show more
        </Button>
      )}
    </Page>
  );
}

function SavedMessage({ message, place }: { message: Message; place: ReactNode }) {
  const save = useSave();
  const about = `saved ${message.id}`;
  return (
    <KeptMessage
      message={message}
      place={place}
      error={<RefusalNote about={about} />}
      action={
        <Button
          size="small"
          variant="ghost"
          onClick={() =>
            attempt({
              about,
              failed: "The message is still saved.",
              call: () => save(message, false),
            })
          }
        >
          Remove
        </Button>
      }
    />
  );
}
