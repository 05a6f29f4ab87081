import { Check } from "lucide-react";
import { Button } from "../ui/Button.tsx";
import { ErrorMessage } from "../ui/ErrorMessage.tsx";
import type { Form } from "./useForm.ts";
import styles from "./SaveBar.module.css";

interface SaveBarProps {
  form: Form;
  /** What the button says. */
  label?: string;
  /** What stands beside it when it has worked. */
  doneLabel?: string;
}

/** The end of a form that stays on the page: what went wrong, the button, and that it worked. */
export function SaveBar({ form, label = "Save", doneLabel = "Saved" }: SaveBarProps) {
  return (
    <>
      {form.problem && <ErrorMessage>{form.problem}</ErrorMessage>}
      <div className={styles.bar}>
        <Button type="submit" variant="primary" busy={form.busy}>
          {label}
        </Button>
        <span role="status" className={styles.done}>
          {form.done && (
            <>
              <Check aria-hidden /> {doneLabel}
            </>
          )}
        </span>
      </div>
    </>
  );
}
