import { Check, Copy } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "./Button.tsx";
import { Field } from "./Field.tsx";
import type { FieldWords } from "./Field.tsx";
import control from "./Control.module.css";
import styles from "./CopyField.module.css";

interface CopyFieldProps extends Omit<FieldWords, "error" | "optional"> {
  value: string;
}

/** Something to hand on, such as a link: select it by hand or copy it with the button. */
export function CopyField({ value, ...words }: CopyFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [copied]);

  const copy = async () => {
    input.current?.select();
    setCopied(await write(value));
  };
  return (
    <Field {...words}>
      {(wiring) => (
        <span className={styles.row}>
          <input
            {...wiring}
            ref={input}
            readOnly
            value={value}
            onFocus={(event) => event.target.select()}
            className={control.control}
          />
          <Button icon={copied ? <Check /> : <Copy />} onClick={copy} className={styles.copy}>
            <span aria-live="polite">{copied ? "Copied" : "Copy"}</span>
          </Button>
        </span>
      )}
    </Field>
  );
}

/** Without HTTPS there is no clipboard API; then the selected text is copied the old way. */
async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return document.execCommand("copy");
  }
}
