import { Upload } from "lucide-react";
import { useEffect, useEffectEvent, useState } from "react";
import { useUploadTray } from "../../../react/index.ts";
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
  const [over, setOver] = useState(false);
  const take = useEffectEvent((files: File[]) => tray.add(files));

  useEffect(() => {
    if (!element) return;
    const onDragOver = (event: DragEvent) => {
      if (!bringsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onDragLeave = ({ relatedTarget }: DragEvent) => {
      if (!(relatedTarget instanceof Node && element.contains(relatedTarget))) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      setOver(false);
      if (!bringsFiles(event)) return;
      event.preventDefault();
      take(filesOf(event.dataTransfer));
    };
    element.addEventListener("dragover", onDragOver);
    element.addEventListener("dragleave", onDragLeave);
    element.addEventListener("drop", onDrop);
    return () => {
      element.removeEventListener("dragover", onDragOver);
      element.removeEventListener("dragleave", onDragLeave);
      element.removeEventListener("drop", onDrop);
    };
  }, [element]);

  useEffect(() => {
    // A file that is dropped beside would take the page's place.
    const hold = (event: DragEvent) => {
      if (bringsFiles(event)) event.preventDefault();
    };
    window.addEventListener("dragover", hold);
    window.addEventListener("drop", hold);
    return () => {
      window.removeEventListener("dragover", hold);
      window.removeEventListener("drop", hold);
    };
  }, []);

  if (!over) return null;
  return (
    <div className={styles.zone}>
      <p className={styles.words}>
        <Upload aria-hidden />
        {words}
      </p>
    </div>
  );
}

function bringsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes("Files") === true;
}

/** Without folders, which cannot be read as files. */
function filesOf(data: DataTransfer | null): File[] {
  return [...(data?.items ?? [])].flatMap((item) =>
    item.webkitGetAsEntry()?.isDirectory === true ? [] : (item.getAsFile() ?? []),
  );
}
