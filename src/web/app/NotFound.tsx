import { ButtonLink } from "../ui/ButtonLink.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { usePageTitle } from "../ui/pageTitle.ts";
import styles from "./Home.module.css";

/** An address that nothing lives at. */
export function NotFound() {
  usePageTitle("There is nothing here · Snug");
  return (
    <main className={styles.home}>
      <EmptyState
        extent="page"
        title="There is nothing here"
        action={<ButtonLink href="/">Back to the rooms</ButtonLink>}
      >
        The link may be old, or a letter of it missing.
      </EmptyState>
    </main>
  );
}
