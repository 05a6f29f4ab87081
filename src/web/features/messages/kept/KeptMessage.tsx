import { useCallback, useState } from "react";
import type { ReactNode, RefCallback } from "react";
import { useUser } from "../../../../react/index.ts";
import type { Message } from "../../../../shared/messages.ts";
import { messagePath, threadPath } from "../../../paths.ts";
import { Avatar } from "../../../ui/Avatar.tsx";
import { ButtonLink } from "../../../ui/ButtonLink.tsx";
import { Time } from "../../../ui/Time.tsx";
import { MessageBody } from "../markdown/MessageBody.tsx";
import { handsFocusOn } from "../../../ui/handsFocusOn.ts";
import styles from "./KeptMessage.module.css";

interface KeptMessageProps {
  message: Message;
  /** Behind the author: the room it is from. */
  place?: ReactNode;
  /** Under it: who pinned it. */
  note?: ReactNode;
  /** Taking it off the list. */
  action?: ReactNode;
  /** What was refused of that. */
  error?: ReactNode;
}

/** A message in a list away from its room, with the way to where it was said. */
export function KeptMessage({ message, place, note, action, error }: KeptMessageProps) {
  const author = useUser(message.authorId);
  const name = message.authorName ?? author?.displayName ?? "Someone";
  const files = message.attachments.length;
  const [cut, watchCut] = useCut();
  return (
    <li ref={handsFocusOn} className={styles.message}>
      <div className={styles.head}>
        <Avatar user={author ?? { username: "", displayName: name }} size={24} />
        <span className={styles.name}>{name}</span>
        {place}
        <span className={styles.time}>
          <Time value={message.createdAt} />
        </span>
      </div>
      <div ref={watchCut} className={styles.body} data-cut={cut || undefined}>
        {message.body !== "" && <MessageBody body={message.body} />}
        {files > 0 && <p className={styles.files}>{files === 1 ? "1 file" : `${files} files`}</p>}
      </div>
      <div className={styles.foot}>
        {note && <span className={styles.note}>{note}</span>}
        <ButtonLink href={placeOf(message)} size="small" variant="ghost">
          Jump to message
        </ButtonLink>
        {action}
      </div>
      {error}
    </li>
  );
}

/** Whether an element holds more than it shows, and the ref that watches it. */
function useCut(): [boolean, RefCallback<HTMLElement>] {
  const [cut, setCut] = useState(false);
  const watch = useCallback((element: HTMLElement | null) => {
    if (element === null) return;
    const observer = new ResizeObserver(() => setCut(element.scrollHeight > element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [cut, watch];
}

function placeOf({ id, roomId, threadRootId }: Message): string {
  return threadRootId === null ? messagePath(roomId, id) : threadPath(roomId, threadRootId);
}
