import { useState } from "react";
import type { MouseEvent } from "react";
import type { Picture } from "../../../../shared/fileKinds.ts";
import { viewPictures } from "../../../ui/lightbox.ts";
import { FileCard } from "./FileCard.tsx";
import { pictureSize, pictureSources } from "./pictureLayout.ts";
import styles from "./Pictures.module.css";

/** Each in a box of its final size from the first frame, so that loading moves nothing. */
export function Pictures({ pictures }: { pictures: readonly Picture[] }) {
  return (
    <ul aria-label="Pictures" className={styles.pictures}>
      {pictures.map((picture, index) => (
        <li key={picture.id}>
          <PictureFrame
            picture={picture}
            alone={pictures.length === 1}
            onView={() => viewPictures(pictures, index)}
          />
        </li>
      ))}
    </ul>
  );
}

interface PictureFrameProps {
  picture: Picture;
  alone: boolean;
  onView: () => void;
}

function PictureFrame({ picture, alone, onView }: PictureFrameProps) {
  const [broken, setBroken] = useState(false);
  if (broken) return <FileCard attachment={picture} />;
  const { width, height } = pictureSize(picture, alone);
  const { still, moving } = pictureSources(picture);

  function onClick(event: MouseEvent) {
    // With these it is opened in a tab or window of its own, as any link.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onView();
  }

  return (
    <a
      href={picture.url}
      target="_blank"
      rel="noopener"
      aria-haspopup="dialog"
      title={picture.name}
      className={styles.frame}
      style={{ inlineSize: `${width}px`, aspectRatio: `${width} / ${height}` }}
      onClick={onClick}
    >
      <picture>
        {moving && <source srcSet={moving} media="(prefers-reduced-motion: no-preference)" />}
        <img
          src={still}
          alt={picture.name}
          width={width}
          height={height}
          loading="lazy"
          decoding="async"
          onError={() => setBroken(true)}
        />
      </picture>
    </a>
  );
}
