import { useEffect } from "react";
import { errorDetails } from "../../client/errors.ts";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import styles from "./Unreachable.module.css";

const retryMs = 5_000;

/** The server did not answer the very first question. It is asked again until it does. */
export function Unreachable({ error, onRetry }: { error: unknown; onRetry: () => Promise<void> }) {
  useEffect(() => {
    const timer = setInterval(() => void onRetry(), retryMs);
    return () => clearInterval(timer);
  }, [onRetry]);
  return (
    <main className={styles.page}>
      <EmptyState
        extent="page"
        title="Not connected"
        action={<Button onClick={() => void onRetry()}>Try again</Button>}
      >
        {errorDetails(error).message}
      </EmptyState>
    </main>
  );
}
