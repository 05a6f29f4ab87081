import { memo } from "react";
import type { Attachment } from "../../../../shared/files.ts";
import { FileCard } from "./FileCard.tsx";
import { ImageAttachment } from "./ImageAttachment.tsx";
import styles from "./Attachments.module.css";

/** The files on a message: pictures as pictures, the rest as cards. */
export const Attachments = memo(function Attachments({
  attachments,
}: {
  attachments: readonly Attachment[];
}) {
  return (
    <ul className={styles.attachments} aria-label="Files">
      {attachments.map((attachment) => (
        <li key={attachment.id}>
          {attachment.width !== null &&
          attachment.height !== null &&
          attachment.type.startsWith("image/") ? (
            <ImageAttachment
              attachment={attachment}
              width={attachment.width}
              height={attachment.height}
            />
          ) : (
            <FileCard attachment={attachment} />
          )}
        </li>
      ))}
    </ul>
  );
});
