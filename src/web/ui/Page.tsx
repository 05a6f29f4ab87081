import { ArrowLeft } from "lucide-react";
import { useEffect, useRef } from "react";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { classNames } from "./classNames.ts";
import styles from "./Page.module.css";
import { usePageTitle } from "./pageTitle.ts";

interface PageProps {
  title: string;
  /** The parts of the page, each with its own address; of one part alone nothing is shown. */
  tabs: readonly { href: string; label: string; current: boolean }[];
  children: ReactNode;
}

/**
 * A page beside the rooms, such as settings: a title, its parts, and one column that scrolls. The focus goes
 * to its title, so that the keys go on here and not in the list of rooms.
 */
export function Page({ title, tabs, children }: PageProps) {
  const part = tabs.find((tab) => tab.current)?.label;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  usePageTitle(part ? `${part} · ${title} · Snug` : `${title} · Snug`);
  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <header className={classNames(styles.head, tabs.length < 2 && styles.whole)}>
          <Link href="/" className={styles.back} aria-label="Back to the rooms">
            <ArrowLeft aria-hidden />
          </Link>
          <h1 ref={heading} tabIndex={-1} className={styles.title}>
            {title}
          </h1>
        </header>
        {tabs.length > 1 && (
          <nav aria-label={title} className={styles.tabs}>
            {tabs.map((tab) => (
              <Link
                key={tab.href}
                href={tab.href}
                aria-current={tab.current ? "page" : undefined}
                className={styles.tab}
              >
                {tab.label}
              </Link>
            ))}
          </nav>
        )}
        {children}
      </div>
    </main>
  );
}
