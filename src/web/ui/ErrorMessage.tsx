import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./Button.tsx";
import styles from "./ErrorMessage.module.css";

interface ErrorMessageProps {
  /** What went wrong and what to do next. */
  children: ReactNode;
  onRetry?: () => void;
}

/** An error where the action was. Read out when it appears. */
export function ErrorMessage({ children, onRetry }: ErrorMessageProps) {
  return (
    <div role="alert" className={styles.message}>
      <CircleAlert aria-hidden />
      <p>{children}</p>
      {onRetry && (
        <Button size="small" onClick={onRetry}>
          Try again
        </Button>
      )}
    </div>
  );
}
