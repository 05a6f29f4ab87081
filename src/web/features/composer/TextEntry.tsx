import {
  lazy,
  Suspense,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import type { ClipboardEvent, KeyboardEvent, Ref } from "react";
import { optionId } from "../../ui/optionId.ts";
import type { CommandHint } from "./commandHints.ts";
import type { Directory } from "./directory.ts";
import { EffectText } from "./EffectText.tsx";
import { applyEdit, linkOver, toggleMark } from "./textEdits.ts";
import { useCompletion } from "./useCompletion.ts";
import styles from "./TextEntry.module.css";

const SuggestionList = lazy(async () => ({
  default: (await import("./SuggestionList.tsx")).SuggestionList,
}));

export interface TextEntryHandle {
  focus: () => void;
  /** Puts text where the caret is, as if it had been typed. */
  insert: (text: string) => void;
}

interface TextEntryProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  directory: Directory;
  /** The commands to complete after a slash at the beginning. */
  hints?: readonly CommandHint[];
  onSubmit: () => void;
  placeholder?: string;
  /** Esc, when it closed nothing. */
  onEscape?: () => void;
  /** ↑ while there is nothing written. */
  onUpWhenEmpty?: () => void;
  onBlur?: () => void;
  /** The id of a line about the text, such as what is wrong with it. */
  describedBy?: string;
  invalid?: boolean;
  /** Has the focus as soon as it appears. */
  takesFocus?: boolean;
  ref?: Ref<TextEntryHandle>;
}

const marks: Record<string, string> = { b: "**", i: "_", e: "`" };

/** A field that grows with its text, completes names and shows Markdown's effect as one types. */
export function TextEntry(props: TextEntryProps) {
  const { label, value, onChange, directory, onSubmit, placeholder, takesFocus, ref } = props;
  const { onEscape, onUpWhenEmpty, onBlur, describedBy, invalid } = props;
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState(false);
  const completion = useCompletion({ field, value, directory, hints: props.hints });
  const listId = `${id}-suggestions`;
  const listed = focused && completion.suggestions.length > 0;

  useImperativeHandle(ref, () => ({
    focus: () => field.current?.focus(),
    insert(text) {
      const element = field.current;
      if (!element) return;
      const { selectionStart: start, selectionEnd: end } = element;
      applyEdit(element, { start, end, text, select: [start + text.length, start + text.length] });
    },
  }));
  useLayoutEffect(() => {
    const element = field.current;
    if (!takesFocus || !element) return;
    element.focus({ preventScroll: true });
    element.setSelectionRange(element.value.length, element.value.length);
  }, [takesFocus]);

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    // While an input method is composing, its keys are its own.
    if (event.nativeEvent.isComposing || completion.onKeyDown(event)) return;
    const mod = event.metaKey || event.ctrlKey;
    const mark = mod && !event.altKey && !event.shiftKey ? marks[event.key] : undefined;
    const { selectionStart, selectionEnd } = event.currentTarget;
    if (mark) {
      event.preventDefault();
      applyEdit(event.currentTarget, toggleMark(value, [selectionStart, selectionEnd], mark));
    } else if (event.key === "Enter" && (mod || (!event.shiftKey && !touchOnly()))) {
      event.preventDefault();
      onSubmit();
    } else if (event.key === "Escape" && onEscape) {
      event.preventDefault();
      onEscape();
    } else if (event.key === "ArrowUp" && value === "" && onUpWhenEmpty) {
      event.preventDefault();
      onUpWhenEmpty();
    }
  }

  function onPaste(event: ClipboardEvent<HTMLTextAreaElement>) {
    const { selectionStart, selectionEnd } = event.currentTarget;
    const pasted = event.clipboardData.getData("text/plain");
    const edit = linkOver(value, [selectionStart, selectionEnd], pasted);
    if (!edit) return;
    event.preventDefault();
    applyEdit(event.currentTarget, edit);
  }

  return (
    <div ref={frame} className={styles.frame}>
      <div className={styles.sheet}>
        <EffectText text={value} directory={directory} />
        <textarea
          ref={field}
          dir="auto"
          rows={1}
          value={value}
          placeholder={placeholder}
          aria-label={label}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          aria-autocomplete="list"
          aria-controls={listed ? listId : undefined}
          aria-activedescendant={listed ? optionId(listId, completion.active) : undefined}
          enterKeyHint={touchOnly() ? "enter" : "send"}
          onChange={(event) => {
            onChange(event.target.value);
            completion.follow();
          }}
          onSelect={completion.follow}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onFocus={() => setFocused(true)}
          onBlur={() => {
            setFocused(false);
            completion.close();
            onBlur?.();
          }}
        />
      </div>
      {listed && (
        <Suspense>
          <SuggestionList
            id={listId}
            suggestions={completion.suggestions}
            active={completion.active}
            anchor={frame}
            onChoose={completion.choose}
          />
        </Suspense>
      )}
      <span role="status" className="visually-hidden">
        {listed ? `${completion.suggestions.length} suggestions` : ""}
      </span>
    </div>
  );
}

/** On a phone Enter makes a line, and the button sends. */
function touchOnly(): boolean {
  return matchMedia("(hover: none) and (pointer: coarse)").matches;
}
