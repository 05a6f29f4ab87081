import { useId, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import type { Early } from "../../ui/TypedAhead.tsx";
import { useEarlySubmit } from "../../ui/useEarlySubmit.ts";
import { lengthNote } from "./bodyLength.ts";
import { decodeNames, encodeNames } from "./names.ts";
import { TextEntry } from "./TextEntry.tsx";
import { useDirectory } from "./useDirectory.ts";
import styles from "./MessageEditor.module.css";

interface MessageEditorProps extends Early {
  /** As it is stored; what was typed early goes behind it. */
  body: string;
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

  useEarlySubmit(submitted, save);

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
