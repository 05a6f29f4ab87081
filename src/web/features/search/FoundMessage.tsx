import { Paperclip } from "lucide-react";
import { useMemo } from "react";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { useUser } from "../../../react/index.ts";
import type { Message } from "../../../shared/messages.ts";
import type { SearchWords } from "../../../shared/searchQuery.ts";
import { snippetOf } from "../../../shared/snippet.ts";
import { messagePath, threadPath } from "../../paths.ts";
import { Avatar } from "../../ui/Avatar.tsx";
import { Time } from "../../ui/Time.tsx";
import styles from "./FoundMessage.module.css";
import { Snippet } from "./Snippet.tsx";

interface FoundMessageProps {
  message: Message;
  /** What to mark in it. */
  sought: readonly SearchWords[];
  /** What its room is called. */
  room: ReactNode;
  /** What follows its address: where the search goes on beside it. */
  query: string;
  onOpen: () => void;
}

/** One message that was found; leads to where it stands. */
export function FoundMessage({ message, sought, room, query, onOpen }: FoundMessageProps) {
  // The server's is of the words as it found them: they may have been edited since.
  const snippet = useMemo(() => snippetOf(message.body, sought), [message.body, sought]);
  const user = useUser(message.authorId);
  const name = message.authorName ?? user?.displayName ?? "Someone";
  const path = message.threadRootId
    ? threadPath(message.roomId, message.threadRootId)
    : messagePath(message.roomId, message.id);
  return (
    <Link href={path + query} className={styles.hit} onClick={onOpen}>
      <span className={styles.place}>
        <span className={styles.room}>{room}</span>
        {message.threadRootId && <span className={styles.thread}>in a thread</span>}
        <Time value={message.createdAt} className={styles.time} />
      </span>
      <span className={styles.author}>
        <Avatar
          user={{
            username: message.authorName ?? user?.username ?? "",
            displayName: name,
            avatarUrl: user?.avatarUrl,
          }}
          size={20}
        />
        {name}
      </span>
      {snippet.length > 0 && <Snippet spans={snippet} />}
      {message.attachments.length > 0 && (
        <span className={styles.files}>
          <Paperclip aria-hidden />
          {message.attachments.map((file) => file.name).join(", ")}
        </span>
      )}
    </Link>
  );
}
