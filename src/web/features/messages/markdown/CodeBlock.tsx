import { Check, Copy } from "lucide-react";
import { lazy, Suspense, useEffect, useState } from "react";
import "../../../styles/code.css";
import { IconButton } from "../../../ui/IconButton.tsx";
import styles from "./CodeBlock.module.css";

const HighlightedCode = lazy(async () => ({
  default: (await import("./HighlightedCode.tsx")).HighlightedCode,
}));

const copiedMs = 1500;

/** A block of code as it was written, with a button that copies it. */
export function CodeBlock({ code, language }: { code: string; language: string | null }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), copiedMs);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <div className={styles.frame}>
      <pre className={styles.code}>
        <code data-language={language ?? undefined}>
          {language === null ? (
            code
          ) : (
            <Suspense fallback={code}>
              <HighlightedCode code={code} language={language} />
            </Suspense>
          )}
        </code>
      </pre>
      <span className={styles.copy}>
        <IconButton
          size="small"
          label={copied ? "Copied" : "Copy code"}
          icon={copied ? <Check /> : <Copy />}
          onClick={() => {
            void navigator.clipboard.writeText(code).then(() => setCopied(true));
          }}
        />
      </span>
    </div>
  );
}
