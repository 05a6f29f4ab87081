import { useEffect, useId, useRef, useState } from "react";
import { Button } from "../../ui/Button.tsx";
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
  onSave: (body: string) => void;
  onCancel: () => void;
}

/** Changes a message in its place. */
export function MessageEditor({ body, typed, submitted, onSave, onCancel }: MessageEditorProps) {
  const id = useId();
  const directory = useDirectory();
  const [text, setText] = useState(() => decodeNames(body, directory) + typed);
  const next = encodeNames(text, directory).trim();
  const note = lengthNote(next.length);
  const ready = next !== "" && !note?.over;

  function save() {
    if (ready) onSave(next);
  }

  // Once, however often the effect runs.
  const isAsked = useRef(submitted);
  useEffect(() => {
    if (!isAsked.current) return;
    isAsked.current = false;
    save();
  });

  return (
    <div className={styles.editor}>
      <div className={styles.box}>
        <TextEntry
          label="Edit message"
          value={text}
          onChange={setText}
          directory={directory}
          onSubmit={save}
          onEscape={onCancel}
          describedBy={note ? `${id}-note` : undefined}
          invalid={note?.over}
          takesFocus={!submitted}
        />
      </div>
      <div className={styles.foot}>
        {note && (
          <p id={`${id}-note`} className={styles.note} data-over={note.over || undefined}>
            {note.words}
          </p>
        )}
        <Button size="small" variant="ghost" onClick={onCancel}>
          Cancel
        </Button>
        <Button size="small" variant="primary" disabled={!ready} onClick={save}>
          Save
        </Button>
      </div>
    </div>
  );
}
