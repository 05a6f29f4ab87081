import { Upload } from "lucide-react";
import { useUploadTray } from "../../../react/index.ts";
import { useFileDrop } from "../../ui/useFileDrop.ts";
import styles from "./DropZone.module.css";

interface DropZoneProps {
  /** Over which files are dropped. It has to be positioned: the sign lies over it. */
  element: HTMLElement | null;
  roomId: string;
  threadRootId?: string;
  /** "Drop files to send them to #general". */
  words: string;
}

/** Takes files that are dropped on an element, and shows that it will. */
export function DropZone({ element, roomId, threadRootId, words }: DropZoneProps) {
  const tray = useUploadTray(roomId, threadRootId);
  if (!useFileDrop(element, (files) => tray.add(files))) return null;
  return (
    <div className={styles.zone}>
      <p className={styles.words}>
        <Upload aria-hidden />
        {words}
      </p>
    </div>
  );
}
