import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "./Button.tsx";
import type { ButtonProps } from "./Button.tsx";
import styles from "./CopyButton.module.css";

interface CopyButtonProps extends Pick<ButtonProps, "size" | "variant"> {
  /** What lands on the clipboard. */
  value: string;
  label?: string;
}

/** Copies a text, and says so in place. */
export function CopyButton({ value, label = "Copy", ...button }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [copied]);

  return (
    <Button
      {...button}
      icon={copied ? <Check /> : <Copy />}
      onClick={() => void copyText(value).then(setCopied)}
    >
      {/* Both words stand in one place, so the button keeps the width of the longer. */}
      <span className={styles.words} aria-live="polite">
        <span data-shown={!copied}>{label}</span>
        <span data-shown={copied}>Copied</span>
      </span>
    </Button>
  );
}

/** Without HTTPS there is no clipboard API; then a selected text is copied the old way. */
async function copyText(text: string): Promise<boolean> {
  if (navigator.clipboard) {
    return navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
  }
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "visually-hidden";
  // Beside the focused button, since outside an open dialog nothing can be selected.
  const focused = document.activeElement;
  (focused?.parentElement ?? document.body).append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return done;
}
