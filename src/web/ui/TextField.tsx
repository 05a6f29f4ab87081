import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./classNames.ts";
import { Field } from "./Field.tsx";
import type { FieldWords } from "./Field.tsx";
import control from "./Control.module.css";
import styles from "./TextField.module.css";

export interface TextFieldProps
  extends FieldWords, Omit<ComponentProps<"input">, "size" | "id" | "className" | "prefix"> {
  size?: "medium" | "large";
  /** Inside the control's end: an icon button, a unit. */
  end?: ReactNode;
  /** Inside the control's start: an icon or a sign such as `#`. Not read out. */
  start?: ReactNode;
  className?: string;
}

/** One line of text, with its label, hint and error. Takes whatever an `<input>` takes. */
export function TextField({
  label,
  hint,
  error,
  labelHidden,
  optional,
  size = "medium",
  start,
  end,
  className,
  ...input
}: TextFieldProps) {
  return (
    <Field {...{ label, hint, error, labelHidden, optional, className }}>
      {(wiring) => (
        <span className={styles.frame} data-size={size}>
          {start && (
            <span className={styles.start} aria-hidden>
              {start}
            </span>
          )}
          <input
            {...input}
            {...wiring}
            className={classNames(
              control.control,
              size === "large" && control.large,
              start != null && styles.withStart,
              end != null && styles.withEnd,
            )}
          />
          {end && <span className={styles.end}>{end}</span>}
        </span>
      )}
    </Field>
  );
}
