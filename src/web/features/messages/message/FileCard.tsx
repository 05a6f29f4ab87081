import { File, FileArchive, FileAudio, FileImage, FileText, FileVideo } from "lucide-react";
import type { Attachment } from "../../../../shared/files.ts";
import { fileSize } from "./fileSize.ts";
import styles from "./FileCard.module.css";

/** A file that is not shown itself: what it is, how large, and the way to it. */
export function FileCard({ attachment }: { attachment: Attachment }) {
  const { name, type, size, url } = attachment;
  return (
    <a href={url} target="_blank" rel="noopener" className={styles.card}>
      <span className={styles.icon} aria-hidden>
        <FileIcon type={type} />
      </span>
      <span className={styles.words}>
        <span className={styles.name}>{name}</span>
        <span className={styles.size}>{fileSize(size)}</span>
      </span>
    </a>
  );
}

function FileIcon({ type }: { type: string }) {
  if (type.startsWith("image/")) return <FileImage />;
  if (type.startsWith("audio/")) return <FileAudio />;
  if (type.startsWith("video/")) return <FileVideo />;
  if (type.startsWith("text/") || type === "application/pdf") return <FileText />;
  if (/zip|tar|compressed|gzip/.test(type)) return <FileArchive />;
  return <File />;
}
