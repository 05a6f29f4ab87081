import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { classNames } from "./classNames.ts";
import { Field } from "./Field.tsx";
import type { FieldWords } from "./Field.tsx";
import control from "./Control.module.css";
import styles from "./Select.module.css";

interface SelectProps
  extends FieldWords, Omit<ComponentProps<"select">, "id" | "className" | "size" | "multiple"> {
  className?: string;
}

/** One of several: the browser's own select, with `<option>`s as children, in the house's clothes. */
export function Select({
  label,
  hint,
  error,
  labelHidden,
  optional,
  className,
  children,
  ...select
}: SelectProps) {
  return (
    <Field {...{ label, hint, error, labelHidden, optional, className }}>
      {(wiring) => (
        <span className={styles.frame}>
          <select {...select} {...wiring} className={classNames(control.control, styles.select)}>
            {children}
          </select>
          <ChevronDown aria-hidden />
        </span>
      )}
    </Field>
  );
}
