import { Download } from "lucide-react";
import type { Attachment } from "../../../../shared/files.ts";
import { FileIcon } from "../../../ui/FileIcon.tsx";
import { FileName } from "../../../ui/FileName.tsx";
import { fileSize } from "../../../ui/fileSize.ts";
import styles from "./FileCard.module.css";

/** A file that is not shown itself: what it is, how large, and the way to it. */
export function FileCard({ attachment }: { attachment: Attachment }) {
  const { name, type, size, url } = attachment;
  return (
    <a href={url} download={name} className={styles.card}>
      <span className={styles.icon} aria-hidden>
        <FileIcon type={type} />
      </span>
      <span className={styles.words}>
        <FileName name={name} />
        <span className={styles.size}>{fileSize(size)}</span>
      </span>
      <Download aria-label="Download" className={styles.download} />
    </a>
  );
}
