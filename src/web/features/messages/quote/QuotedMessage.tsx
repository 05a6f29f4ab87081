import { Link } from "wouter";
import { useMessage, useRooms, useUser, useUsers } from "../../../../react/index.ts";
import type { Message } from "../../../../shared/messages.ts";
import { messagePath, threadPath } from "../../../paths.ts";
import { plainText } from "../markdown/plainText.ts";
import styles from "./QuotedMessage.module.css";

interface QuotedMessageProps {
  messageId: string;
  /** In the composer it leads nowhere. */
  still?: boolean;
}

/** One line of the message that another one answers, as it is now. */
export function QuotedMessage({ messageId, still = false }: QuotedMessageProps) {
  const message = useMessage(messageId);
  if (message === undefined) return <p className={styles.quote} aria-busy="true" />;
  if (message === null) {
    return (
      <p className={styles.quote} data-gone>
        The quoted message was deleted.
      </p>
    );
  }
  const words = <QuotedWords message={message} />;
  if (still) return <p className={styles.quote}>{words}</p>;
  return (
    <Link href={placeOf(message)} className={styles.quote} aria-description="Quoted message">
      {words}
    </Link>
  );
}

function QuotedWords({ message }: { message: Message }) {
  const author = useUser(message.authorId);
  const users = useUsers();
  const rooms = useRooms();
  const said = plainText(message.body, { users, rooms });
  const files = message.attachments.map(({ name }) => name).join(", ");
  return (
    <>
      <span className={styles.name}>{message.authorName ?? author?.displayName ?? "Someone"}</span>
      <span className={styles.words} dir="auto">
        {said || files}
      </span>
    </>
  );
}

function placeOf({ id, roomId, threadRootId }: Message): string {
  return threadRootId === null ? messagePath(roomId, id) : threadPath(roomId, threadRootId);
}
