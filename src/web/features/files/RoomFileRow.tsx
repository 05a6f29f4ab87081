import { MessageSquareText } from "lucide-react";
import { Link } from "wouter";
import { useUser } from "../../../react/index.ts";
import { isPicture } from "../../../shared/fileKinds.ts";
import type { RoomFile } from "../../../shared/files.ts";
import { messagePath } from "../../paths.ts";
import { FileIcon } from "../../ui/FileIcon.tsx";
import { FileName } from "../../ui/FileName.tsx";
import { fileSize } from "../../ui/fileSize.ts";
import { Time } from "../../ui/Time.tsx";
import { handsFocusOn } from "../../ui/handsFocusOn.ts";
import styles from "./RoomFileRow.module.css";

interface RoomFileRowProps {
  roomId: string;
  roomFile: RoomFile;
  /** Shows it large, when it is a picture. */
  onView: () => void;
}

/** A file of a room: what it is, whose, and the way to it and to its message. */
export function RoomFileRow({ roomId, roomFile, onView }: RoomFileRowProps) {
  const { file, messageId, authorId, sentAt } = roomFile;
  const author = useUser(authorId);
  const words = (
    <span className={styles.words}>
      <FileName name={file.name} />
      <span className={styles.facts}>
        {author?.displayName ?? "Someone"} · <Time value={sentAt} /> · {fileSize(file.size)}
      </span>
    </span>
  );
  return (
    <li ref={handsFocusOn} className={styles.row}>
      {isPicture(file) ? (
        <button type="button" aria-haspopup="dialog" className={styles.file} onClick={onView}>
          <img src={`${file.url}?thumbnail`} alt="" loading="lazy" className={styles.face} />
          {words}
        </button>
      ) : (
        <a href={file.url} download={file.name} className={styles.file}>
          <span className={styles.face} aria-hidden>
            <FileIcon type={file.type} />
          </span>
          {words}
        </a>
      )}
      <Link
        href={messagePath(roomId, messageId)}
        aria-label={`Show ${file.name} in the room`}
        title="Show in the room"
        className={styles.message}
      >
        <MessageSquareText aria-hidden />
      </Link>
    </li>
  );
}
