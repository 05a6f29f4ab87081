import { useState } from "react";
import type { Attachment } from "../../../../shared/files.ts";
import { FileCard } from "./FileCard.tsx";
import styles from "./ImageAttachment.module.css";

interface ImageAttachmentProps {
  attachment: Attachment;
  width: number;
  height: number;
}

const box = { width: 360, height: 300 };

/** A picture in a box of its final size from the first frame, so that loading moves nothing. */
export function ImageAttachment({ attachment, width, height }: ImageAttachmentProps) {
  const [broken, setBroken] = useState(false);
  if (broken) return <FileCard attachment={attachment} />;
  const scale = Math.min(1, box.width / width, box.height / height);
  return (
    <a
      href={attachment.url}
      target="_blank"
      rel="noopener"
      className={styles.frame}
      title={attachment.name}
      style={{
        inlineSize: `${Math.max(48, Math.round(width * scale))}px`,
        aspectRatio: `${width} / ${height}`,
      }}
    >
      <img
        src={attachment.url}
        alt={attachment.name}
        loading="lazy"
        decoding="async"
        onError={() => setBroken(true)}
      />
    </a>
  );
}
