import { memo } from "react";
import { fileKindOf, isPicture, isShownInPlace } from "../../../../shared/fileKinds.ts";
import type { Attachment } from "../../../../shared/files.ts";
import { FileCard } from "./FileCard.tsx";
import { Pictures } from "./Pictures.tsx";
import { AudioPlayer, VideoPlayer } from "./Player.tsx";
import styles from "./Attachments.module.css";

/** The files on a message: pictures together, then what can be played, and cards for the rest. */
export const Attachments = memo(function Attachments({
  attachments,
}: {
  attachments: readonly Attachment[];
}) {
  const pictures = attachments.filter(isPicture);
  const others = attachments.filter((attachment) => !isPicture(attachment));
  return (
    <div className={styles.attachments}>
      {pictures.length > 0 && <Pictures pictures={pictures} />}
      {others.length > 0 && (
        <ul aria-label="Files" className={styles.files}>
          {others.map((attachment) => (
            <li key={attachment.id}>
              <OtherFile attachment={attachment} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
});

function OtherFile({ attachment }: { attachment: Attachment }) {
  const kind = isShownInPlace(attachment) ? fileKindOf(attachment.type) : "other";
  if (kind === "audio") return <AudioPlayer attachment={attachment} />;
  if (kind === "video") return <VideoPlayer attachment={attachment} />;
  return <FileCard attachment={attachment} />;
}
