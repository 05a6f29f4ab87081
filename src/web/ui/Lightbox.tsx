import { ChevronLeft, ChevronRight, Download, X } from "lucide-react";
import { useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import type { KeyboardEvent, PointerEvent } from "react";
import type { Picture } from "../../shared/fileKinds.ts";
import { fileSize } from "./fileSize.ts";
import { PlainIconButton } from "./PlainIconButton.tsx";
import type { Viewing } from "./lightbox.ts";
import styles from "./Lightbox.module.css";

/** Pixels that a finger has to travel to mean the next picture. */
const swipe = 48;

/** Pictures over the whole page. ← and → lead on, D saves, Esc and a click beside the picture close. */
export function Lightbox({ pictures, start, onClose }: Viewing & { onClose: () => void }) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const download = useRef<HTMLAnchorElement>(null);
  const pressedAt = useRef<number | null>(null);
  const [index, setIndex] = useState(start);
  const picture = pictures[index];

  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // The keys work at once, and no button looks chosen.
    element?.focus();
    // Closing before the element leaves the page is what gives focus back.
    return () => element?.close();
  }, []);

  useEffect(() => {
    for (const neighbour of [pictures[index + 1], pictures[index - 1]]) {
      if (neighbour) new Image().src = neighbour.url;
    }
  }, [pictures, index]);

  if (!picture) return null;
  const isFirst = index === 0;
  const isLast = index === pictures.length - 1;

  function step(by: number) {
    setIndex(Math.min(pictures.length - 1, Math.max(0, index + by)));
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const forward = document.dir === "rtl" ? -1 : 1;
    if (event.key === "ArrowRight") step(forward);
    else if (event.key === "ArrowLeft") step(-forward);
    else if (event.key === "Home") setIndex(0);
    else if (event.key === "End") setIndex(pictures.length - 1);
    else if (event.key === "d") download.current?.click();
    else return;
    event.preventDefault();
  }

  function onPointerUp({ clientX, pointerType, target, currentTarget }: PointerEvent) {
    const moved = pressedAt.current === null ? 0 : clientX - pressedAt.current;
    pressedAt.current = null;
    if (pointerType !== "mouse" && Math.abs(moved) > swipe) step(moved < 0 ? 1 : -1);
    else if (target === currentTarget) onClose();
  }

  return (
    <dialog
      ref={dialog}
      tabIndex={-1}
      aria-labelledby={`${id}-name`}
      className={styles.lightbox}
      onKeyDown={onKeyDown}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClose={(event) => {
        if (!event.currentTarget.open) onClose();
      }}
    >
      <header className={styles.head}>
        <div className={styles.words} aria-live="polite">
          <h2 id={`${id}-name`} className={styles.name}>
            {picture.name}
          </h2>
          <p className={styles.facts}>
            {pictures.length > 1 && `${index + 1} of ${pictures.length} · `}
            {picture.width} × {picture.height} · {fileSize(picture.size)}
          </p>
        </div>
        <a
          ref={download}
          href={picture.url}
          download={picture.name}
          aria-label="Download"
          title="Download (D)"
          className={styles.download}
        >
          <Download aria-hidden />
        </a>
        <PlainIconButton label="Close" title="Close (Esc)" icon={<X />} onClick={onClose} />
      </header>
      <div
        className={styles.stage}
        onPointerDown={(event) => {
          pressedAt.current = event.clientX;
        }}
        onPointerUp={onPointerUp}
      >
        <Shown key={picture.id} picture={picture} />
      </div>
      {pictures.length > 1 && (
        <>
          <PlainIconButton
            label="Previous picture"
            icon={<ChevronLeft />}
            className={styles.previous}
            disabled={isFirst}
            onClick={() => step(-1)}
          />
          <PlainIconButton
            label="Next picture"
            icon={<ChevronRight />}
            className={styles.next}
            disabled={isLast}
            onClick={() => step(1)}
          />
        </>
      )}
    </dialog>
  );
}

/** In its final place from the start, with the small picture until the large one is there. */
function Shown({ picture: { url, name, width, height } }: { picture: Picture }) {
  const [state, setState] = useState<"loading" | "ready" | "failed">("loading");
  if (state === "failed") return <p className={styles.failed}>This picture cannot be shown.</p>;
  return (
    <img
      src={url}
      alt={name}
      width={width}
      height={height}
      draggable={false}
      className={styles.picture}
      style={state === "loading" ? { backgroundImage: `url("${url}?thumbnail")` } : undefined}
      onLoad={() => setState("ready")}
      onError={() => setState("failed")}
    />
  );
}
