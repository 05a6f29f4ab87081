import { CopyButton } from "./CopyButton.tsx";
import { Field } from "./Field.tsx";
import type { FieldWords } from "./Field.tsx";
import control from "./Control.module.css";
import styles from "./CopyField.module.css";

interface CopyFieldProps extends Omit<FieldWords, "error" | "optional"> {
  value: string;
}

/** Something to hand on, such as a link: select it by hand or copy it with the button. */
export function CopyField({ value, ...words }: CopyFieldProps) {
  return (
    <Field {...words}>
      {(wiring) => (
        <span className={styles.row}>
          <input
            {...wiring}
            readOnly
            value={value}
            onFocus={(event) => event.target.select()}
            className={control.control}
          />
          <CopyButton value={value} />
        </span>
      )}
    </Field>
  );
}
