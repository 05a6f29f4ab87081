import { useEffect, useId, useRef, useState } from "react";
import { errorDetails } from "../../../client/index.ts";
import { Button } from "../../ui/Button.tsx";
import { ErrorMessage } from "../../ui/ErrorMessage.tsx";
import { lengthNote } from "./bodyLength.ts";
import { decodeNames, encodeNames } from "./names.ts";
import { TextEntry } from "./TextEntry.tsx";
import { useDirectory } from "./useDirectory.ts";
import styles from "./MessageEditor.module.css";

interface MessageEditorProps {
  /** As it is stored. */
  body: string;
  /** What was written before it was there; goes behind the body. */
  typed: string;
  /** Whether that ended with Enter: then it is saved as soon as it can be. */
  submitted: boolean;
  /** Rejects with the reason, which is shown. */
  onSave: (body: string) => Promise<void>;
  onCancel: () => void;
}

/** Changes a message in its place. */
export function MessageEditor({ body, typed, submitted, onSave, onCancel }: MessageEditorProps) {
  const id = useId();
  const directory = useDirectory();
  const [text, setText] = useState(() => decodeNames(body, directory) + typed);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const next = encodeNames(text, directory).trim();
  const note = lengthNote(next.length);
  const ready = next !== "" && !note?.over && !busy;

  async function save() {
    if (!ready) return;
    setBusy(true);
    try {
      await onSave(next);
    } catch (reason) {
      setError(errorDetails(reason).message);
      setBusy(false);
    }
  }

  // Once, however often the effect runs.
  const isAsked = useRef(submitted);
  useEffect(() => {
    if (!isAsked.current) return;
    isAsked.current = false;
    void save();
  });

  return (
    <div className={styles.editor}>
      <div className={styles.box}>
        <TextEntry
          label="Edit message"
          value={text}
          onChange={setText}
          directory={directory}
          onSubmit={() => void save()}
          onEscape={onCancel}
          describedBy={note ? `${id}-note` : undefined}
          invalid={note?.over}
          takesFocus={!submitted}
        />
      </div>
      {error && <ErrorMessage>{error}</ErrorMessage>}
      <div className={styles.foot}>
        {note && (
          <p id={`${id}-note`} className={styles.note} data-over={note.over || undefined}>
            {note.words}
          </p>
        )}
        <Button size="small" variant="ghost" onClick={onCancel}>
          Cancel
        </Button>
        <Button
          size="small"
          variant="primary"
          busy={busy}
          disabled={!ready && !busy}
          onClick={() => void save()}
        >
          Save
        </Button>
      </div>
    </div>
  );
}
