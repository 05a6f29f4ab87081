import { useEffect, useRef } from "react";
import type { ReactNode } from "react";
import { Mark } from "../../ui/Mark.tsx";
import { usePageTitle } from "../../ui/pageTitle.ts";
import styles from "./AuthLayout.module.css";

interface AuthLayoutProps {
  title: string;
  /** A sentence under the title. */
  lead?: ReactNode;
  children?: ReactNode;
  /** Under the card, or without one: the way to somewhere else. */
  foot?: ReactNode;
}

/** The frame of every page that one sees before being signed in. */
export function AuthLayout({ title, lead, children, foot }: AuthLayoutProps) {
  usePageTitle(title.includes("Snug") ? title : `${title} · Snug`);

  // The form is all that these pages are for. On a touch screen the keyboard would cover it.
  const column = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!window.matchMedia("(pointer: fine)").matches) return;
    column.current?.querySelector<HTMLElement>("input:not([hidden])")?.focus();
  }, []);

  return (
    <main className={styles.page}>
      <div ref={column} className={styles.column}>
        <header className={styles.head}>
          <Mark size={36} />
          <h1 className={styles.title}>{title}</h1>
          {lead && <p className={styles.lead}>{lead}</p>}
        </header>
        {children && <div className={styles.card}>{children}</div>}
        {foot && <p className={styles.foot}>{foot}</p>}
      </div>
    </main>
  );
}
