import { useState } from "react";
import type { Attachment } from "../../../../shared/files.ts";
import { FileCard } from "./FileCard.tsx";
import styles from "./Player.module.css";

// Whoever sends a recording from their phone has no captions for it.
// oxlint-disable jsx-a11y/media-has-caption

/** Sound, with the browser's own controls; a card where it cannot be played. */
export function AudioPlayer({ attachment }: { attachment: Attachment }) {
  const [broken, setBroken] = useState(false);
  return (
    <figure className={styles.audio}>
      <FileCard attachment={attachment} />
      {!broken && (
        <audio
          src={attachment.url}
          aria-label={attachment.name}
          controls
          preload="none"
          onError={() => setBroken(true)}
        />
      )}
    </figure>
  );
}

/** A video in a box that does not change when more is known of it. */
export function VideoPlayer({ attachment }: { attachment: Attachment }) {
  const [broken, setBroken] = useState(false);
  return (
    <figure className={styles.video}>
      {!broken && (
        <video
          src={attachment.url}
          aria-label={attachment.name}
          controls
          playsInline
          preload="metadata"
          onError={() => setBroken(true)}
        />
      )}
      <FileCard attachment={attachment} />
    </figure>
  );
}
