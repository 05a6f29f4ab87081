import { Pin } from "lucide-react";
import { usePin, usePins, useUsers } from "../../../../react/index.ts";
import type { Message } from "../../../../shared/messages.ts";
import { RefusalNote } from "../../../forms/RefusalNote.tsx";
import { attempt } from "../../../forms/refusals.ts";
import { Button } from "../../../ui/Button.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { ErrorMessage } from "../../../ui/ErrorMessage.tsx";
import { TimelineSkeleton } from "../timeline/TimelineSkeleton.tsx";
import { useMessageActions } from "../MessageActions.tsx";
import { KeptMessage } from "./KeptMessage.tsx";
import styles from "./PinList.module.css";

/** What the people of a room pinned, latest first. */
export function PinList({ roomId }: { roomId: string }) {
  const { messages, error } = usePins(roomId);
  if (error) return <ErrorMessage>{error.message}</ErrorMessage>;
  if (!messages) return <TimelineSkeleton />;
  if (messages.length === 0) {
    return (
      <EmptyState icon={<Pin />} title="Nothing is pinned yet">
        Pin what people keep asking for: choose “Pin to this room” in a message’s menu.
      </EmptyState>
    );
  }
  return (
    <ul aria-label="Pinned messages" className={styles.list}>
      {messages.map((message) => (
        <PinnedMessage key={message.id} message={message} />
      ))}
    </ul>
  );
}

function PinnedMessage({ message }: { message: Message }) {
  const users = useUsers();
  const { canWrite } = useMessageActions();
  const pin = usePin();
  const about = `pin ${message.id}`;
  const by = users.get(message.pinned?.userId ?? "")?.displayName ?? "someone";
  return (
    <KeptMessage
      message={message}
      note={`Pinned by ${by}`}
      error={<RefusalNote about={about} />}
      action={
        canWrite && (
          <Button
            size="small"
            variant="ghost"
            onClick={() =>
              attempt({
                about,
                failed: "The message is still pinned.",
                call: () => pin(message, false),
              })
            }
          >
            Unpin
          </Button>
        )
      }
    />
  );
}
