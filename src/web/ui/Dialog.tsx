import { X } from "lucide-react";
import { useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import type { PointerEvent, ReactNode } from "react";
import { classNames } from "./classNames.ts";
import { handFocusOn } from "./handsFocusOn.ts";
import { IconButton } from "./IconButton.tsx";
import { PortalHost } from "./PortalHost.tsx";
import styles from "./Dialog.module.css";

interface DialogProps {
  title: string;
  /** Called on Esc, on the close button and on a click beside the dialog. */
  onClose: () => void;
  children?: ReactNode;
  description?: ReactNode;
  /** Buttons, the main one last. To submit a form in the body: `type="submit" form={formId}`. */
  footer?: ReactNode;
  size?: "small" | "medium" | "large";
  /** Keeps the title for screen readers but does not show the head. */
  headHidden?: boolean;
  className?: string;
}

/**
 * A modal dialog: open while it is mounted (`{open && <Dialog …>}`), so its state is fresh each
 * time. Built on the native element, which traps focus, makes the rest inert and needs no injected
 * style. Focus starts at the element with `data-autofocus` (React keeps `autofocus` from the page),
 * else at the first field, else at the first button of the footer; on close it goes back.
 */
export function Dialog({
  title,
  onClose,
  children,
  description,
  footer,
  size = "medium",
  headHidden,
  className,
}: DialogProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [host, setHost] = useState<HTMLElement | null>(null);
  const pressedOutside = useRef(false);
  const leaving = useRef(false);

  useLayoutEffect(() => {
    const element = dialog.current;
    leaving.current = false;
    const opener = document.activeElement;
    element?.showModal();
    if (element) firstStop(element).focus();
    // Closing before the element leaves the page is what gives focus back.
    return () => {
      leaving.current = true;
      // What led here may be gone by then.
      if (element && opener !== document.body) handFocusOn(element);
      element?.close();
    };
  }, []);
  useEffect(() => setHost(dialog.current), []);

  const isBackdrop = (event: PointerEvent) => event.target === dialog.current;
  return (
    <dialog
      ref={dialog}
      aria-labelledby={`${id}-title`}
      aria-describedby={description ? `${id}-description` : undefined}
      className={classNames(styles.dialog, styles[size], className)}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
      // By the browser itself. Of one that left, it is heard late, when another one may be open.
      onClose={({ target, currentTarget }) => {
        if (target === currentTarget && !currentTarget.open && !leaving.current) onClose();
      }}
      // A press that begins inside, as when selecting text, must not close on release outside.
      onPointerDown={(event) => {
        pressedOutside.current = isBackdrop(event);
      }}
      onPointerUp={(event) => {
        if (pressedOutside.current && isBackdrop(event)) onClose();
      }}
    >
      <PortalHost element={host}>
        <div className={styles.card}>
          <header className={headHidden ? "visually-hidden" : styles.head}>
            <div className={styles.words}>
              <h2 id={`${id}-title`} className={styles.title}>
                {title}
              </h2>
              {description && (
                <p id={`${id}-description`} className={styles.description}>
                  {description}
                </p>
              )}
            </div>
            {!headHidden && (
              <IconButton size="small" label="Close" icon={<X />} onClick={onClose} />
            )}
          </header>
          {children && <div className={styles.body}>{children}</div>}
          {footer && <footer className={styles.foot}>{footer}</footer>}
        </div>
      </PortalHost>
    </dialog>
  );
}

const wishes = ["[data-autofocus]", "input, textarea, select", "footer button"];

function firstStop(dialog: HTMLDialogElement): HTMLElement {
  for (const wish of wishes) {
    const element = dialog.querySelector<HTMLElement>(wish);
    if (element) return element;
  }
  return dialog;
}
