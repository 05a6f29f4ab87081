import type { ReactElement } from "react";
import { errorDetails } from "../../../../client/index.ts";
import { trpc } from "../../../../react/index.ts";
import type { Message } from "../../../../shared/messages.ts";
import { ErrorMessage } from "../../../ui/ErrorMessage.tsx";
import { Popover } from "../../../ui/Popover.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { Time } from "../../../ui/Time.tsx";
import { MessageBody } from "../markdown/MessageBody.tsx";
import { versionsWith } from "./versionsWith.ts";
import styles from "./VersionsPopover.module.css";

interface VersionsPopoverProps {
  message: Message;
  trigger: ReactElement;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** What a message says and said before, newest first. */
export function VersionsPopover({ message, ...popover }: VersionsPopoverProps) {
  return (
    <Popover {...popover} label="Versions of this message" side="top" className={styles.popover}>
      <Versions message={message} />
    </Popover>
  );
}

function Versions({ message }: { message: Message }) {
  const { data, error } = trpc.messages.edits.useQuery({ messageId: message.id });
  if (error) return <ErrorMessage>{errorDetails(error).message}</ErrorMessage>;
  if (!data) {
    return (
      <div aria-busy="true" className={styles.loading}>
        <Skeleton width="5rem" />
        <Skeleton />
      </div>
    );
  }
  const versions = versionsWith(message, data);
  const [, ...earlier] = versions;
  return (
    <>
      <ol className={styles.versions}>
        {versions.map(({ body, writtenAt }, index) => (
          <li key={writtenAt} className={styles.version}>
            <p className={styles.when}>
              <Time value={writtenAt} />
              {index === 0 && " · as it is now"}
              {index > 0 && index === earlier.length && " · first version"}
            </p>
            <MessageBody body={body} />
          </li>
        ))}
      </ol>
      {earlier.length === 0 && (
        <p className={styles.none}>It was edited before earlier versions were kept.</p>
      )}
    </>
  );
}
