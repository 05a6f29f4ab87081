import { useId } from "react";
import type { ComponentProps, ReactNode } from "react";
import styles from "./Switch.module.css";

interface SwitchProps extends Omit<
  ComponentProps<"input">,
  "type" | "role" | "id" | "className" | "onChange"
> {
  label: ReactNode;
  hint?: ReactNode;
  onChange: (on: boolean) => void;
}

/** On or off, with effect at once; for a choice that waits for Save use a checkbox. */
export function Switch({ label, hint, onChange, ...input }: SwitchProps) {
  const id = useId();
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <label htmlFor={id}>{label}</label>
        {hint && (
          <p id={`${id}-hint`} className={styles.hint}>
            {hint}
          </p>
        )}
      </div>
      <input
        {...input}
        type="checkbox"
        role="switch"
        id={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.checked)}
        className={styles.track}
      />
    </div>
  );
}
