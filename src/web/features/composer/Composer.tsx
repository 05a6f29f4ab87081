import { ArrowUp } from "lucide-react";
import { lazy, Suspense, useId, useImperativeHandle, useRef, useState } from "react";
import type { ClipboardEvent, ReactNode, Ref } from "react";
import { useUploads, useUploadTray } from "../../../react/index.ts";
import type { Attachment } from "../../../shared/files.ts";
import { EmojiButton } from "../../emoji/EmojiButton.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { AttachButton } from "./AttachButton.tsx";
import { lengthNote } from "./bodyLength.ts";
import type { CommandSource } from "./commandHints.ts";
import { hintFor, useCommandHints } from "./commandHints.ts";
import { useDraftFiles } from "./draftFiles.ts";
import { useDraft } from "./drafts.ts";
import { encodeNames, wordFor } from "./names.ts";
import { pastedFiles } from "./pastedFiles.ts";
import { TextEntry } from "./TextEntry.tsx";
import type { TextEntryHandle } from "./TextEntry.tsx";
import { useDirectory } from "./useDirectory.ts";
import { useHeldSend } from "./useHeldSend.ts";
import { useWrittenCommand } from "./useWrittenCommand.ts";
import styles from "./Composer.module.css";

const UploadList = lazy(async () => ({
  default: (await import("./UploadList.tsx")).UploadList,
}));

export interface ComposerHandle {
  focus: () => void;
  /** Writes someone's name where the caret is. */
  mention: (userId: string) => void;
}

interface ComposerProps {
  /** The accessible name, and the words in the empty field: "Message #general". */
  label: string;
  /** Whose draft of what: see `useDraft`. */
  draftScope: string;
  roomId: string;
  /** The thread that one replies in; `null` for the room itself. */
  threadRootId: string | null;
  /** Within its frame, over the field. */
  above?: ReactNode;
  /** With the body as it is stored, and files. It must take them for good: the draft is gone afterwards. */
  onSend: (body: string, attachments: Attachment[]) => void;
  /** What a slash at the beginning offers; absent: a slash is a slash. */
  commands?: CommandSource;
  /** At every keystroke, and with `false` when nothing is left. */
  onTyping?: (typing: boolean) => void;
  /** ↑ in an empty composer. */
  onEditLast?: () => void;
  /** Esc. */
  onEscape?: () => void;
  /** Has the focus as soon as it appears. */
  takesFocus?: boolean;
  ref?: Ref<ComposerHandle>;
}

/** Where one writes. It never loses text. */
export function Composer(props: ComposerProps) {
  const { label, draftScope, roomId, threadRootId, above, takesFocus, ref } = props;
  const { onSend, onTyping, onEditLast, onEscape } = props;
  const id = useId();
  const directory = useDirectory();
  const [text, setText] = useDraft(draftScope);
  const entry = useRef<TextEntryHandle>(null);
  const tray = useUploadTray(roomId, threadRootId);
  const uploads = useUploads(tray);
  const [leftOut, setLeftOut] = useState(0);
  useDraftFiles(tray, draftScope);
  useImperativeHandle(ref, () => ({
    focus: () => entry.current?.focus(),
    mention(userId) {
      const word = wordFor(userId, directory);
      // Stuck to a word, the sign would be part of it.
      if (word) entry.current?.insert(`${/\S$/.test(text) ? " " : ""}${word} `);
    },
  }));

  const hints = useCommandHints(props.commands, text);
  const command = useWrittenCommand({ source: props.commands, draftScope, text, setText });
  const encoded = encodeNames(text, directory);
  const note = noteOn(encoded, { refusal: command.refusal, hint: hintFor(text, hints) });
  const arrived = uploads.every(({ status }) => status !== "failed");
  const ready = (encoded.trim() !== "" || uploads.length > 0) && arrived && !note?.over;
  const { held, release, submit } = useHeldSend({ tray, ready, send });

  function send() {
    const written = command.read(encoded);
    if (written.type === "command") return void command.run(written.name, written.rest);
    onSend(written.body, tray.take());
    setText("");
    setLeftOut(0);
    entry.current?.focus();
  }

  function attach(files: readonly File[]) {
    setLeftOut(tray.add(files));
    entry.current?.focus();
  }

  function onPaste(event: ClipboardEvent) {
    const files = pastedFiles(event.clipboardData);
    if (files.length === 0) return;
    event.preventDefault();
    attach(files);
  }

  return (
    <div className={styles.composer} data-wrong={note?.wrong || undefined} onPaste={onPaste}>
      {above}
      <Suspense>
        {uploads.length > 0 && (
          <UploadList {...{ tray, uploads, leftOut, held }} onRelease={release} />
        )}
      </Suspense>
      <div className={styles.row}>
        <AttachButton onFiles={attach} className={styles.attach} />
        <div className={styles.entry}>
          <TextEntry
            ref={entry}
            label={label}
            placeholder={label}
            value={text}
            onChange={(value) => {
              setText(value);
              onTyping?.(value.trim() !== "");
            }}
            directory={directory}
            hints={hints}
            onSubmit={submit}
            onUpWhenEmpty={onEditLast}
            onEscape={onEscape}
            onBlur={() => onTyping?.(false)}
            describedBy={note ? `${id}-note` : undefined}
            invalid={note?.wrong}
            takesFocus={takesFocus}
          />
        </div>
        <EmojiButton
          label="Emoji"
          className={styles.tool}
          onChoose={(emoji) => entry.current?.insert(emoji)}
        />
        <IconButton
          size="small"
          label="Send"
          shortcut="Enter"
          icon={<ArrowUp />}
          className={styles.send}
          disabled={!ready}
          // The field keeps the focus, and a phone its keyboard.
          onPointerDown={(event) => event.preventDefault()}
          onClick={submit}
        />
      </div>
      {note && (
        <p id={`${id}-note`} role={note.wrong ? "alert" : undefined} className={styles.note}>
          {note.words}
        </p>
      )}
    </div>
  );
}

interface Note {
  words: string;
  /** It says what is wrong. */
  wrong: boolean;
  /** Too long to be sent. */
  over: boolean;
}

/** The line under the field: what is wrong, how much is left, or what the command takes. */
function noteOn(
  encoded: string,
  { refusal, hint }: { refusal: string | null; hint: string | null },
): Note | null {
  if (refusal !== null) return { words: refusal, wrong: true, over: false };
  const length = lengthNote(encoded.trim().length);
  if (length) return { ...length, wrong: length.over };
  return hint === null ? null : { words: hint, wrong: false, over: false };
}
