import { CircleAlert } from "lucide-react";
import { useId } from "react";
import type { ReactNode } from "react";
import { classNames } from "./classNames.ts";
import styles from "./Field.module.css";

export interface FieldWords {
  label: string;
  /** A sentence under the control, read out with it. */
  hint?: ReactNode;
  /** What is wrong and what to do, in place of the hint. Marks the control as invalid. */
  error?: string | null;
  /** Keeps the label for screen readers but does not show it. */
  labelHidden?: boolean;
  /** Marks the label with "optional". */
  optional?: boolean;
}

/** What the control in a field must carry. */
export interface FieldControl {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
}

interface FieldProps extends FieldWords {
  className?: string;
  children: (control: FieldControl) => ReactNode;
}

/** Label, control, and hint or error, tied together for screen readers. */
export function Field({
  label,
  hint,
  error,
  labelHidden,
  optional,
  className,
  children,
}: FieldProps) {
  const id = useId();
  const note = error ?? hint;
  const noteId = note ? `${id}-note` : undefined;
  return (
    <div className={classNames(styles.field, className)}>
      <label htmlFor={id} className={labelHidden ? "visually-hidden" : styles.label}>
        {label}
        {optional && <span className={styles.optional}>optional</span>}
      </label>
      {children({
        id,
        "aria-describedby": noteId,
        "aria-invalid": error ? true : undefined,
      })}
      {note && (
        <p id={noteId} className={error ? styles.error : styles.hint}>
          {error && <CircleAlert aria-hidden />}
          <span>{note}</span>
        </p>
      )}
    </div>
  );
}
