import type { ComponentProps } from "react";
import { classNames } from "./classNames.ts";
import { Field } from "./Field.tsx";
import type { FieldWords } from "./Field.tsx";
import control from "./Control.module.css";
import styles from "./TextArea.module.css";

interface TextAreaProps extends FieldWords, Omit<ComponentProps<"textarea">, "id" | "className"> {
  className?: string;
}

/** Several lines of text; grows with them up to `rows` × 3 where the browser can. */
export function TextArea({
  label,
  hint,
  error,
  labelHidden,
  optional,
  className,
  ...textarea
}: TextAreaProps) {
  return (
    <Field {...{ label, hint, error, labelHidden, optional, className }}>
      {(wiring) => (
        <textarea
          rows={3}
          {...textarea}
          {...wiring}
          className={classNames(control.control, styles.area)}
        />
      )}
    </Field>
  );
}
