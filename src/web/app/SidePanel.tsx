import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import type { ReactNode } from "react";
import { IconButton } from "../ui/IconButton.tsx";
import styles from "./SidePanel.module.css";

interface SidePanelProps {
  title: string;
  onClose: () => void;
  /** What is inside takes the focus by itself. */
  ownFocus?: boolean;
  children: ReactNode;
}

/** The pane at the end: opens on demand, closes with Esc; covers the timeline where space is short. */
export function SidePanel({ title, onClose, ownFocus = false, children }: SidePanelProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!ownFocus) heading.current?.focus({ preventScroll: true });
  }, [ownFocus]);
  return (
    <aside aria-label={title} className={styles.panel}>
      <header className={styles.head}>
        <h2 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h2>
        <IconButton label="Close" shortcut="Escape" icon={<X />} onClick={onClose} />
      </header>
      {children}
    </aside>
  );
}
