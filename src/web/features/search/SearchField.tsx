import { Search, X } from "lucide-react";
import { useEffect, useEffectEvent, useId, useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import { limits } from "../../../shared/limits.ts";
import { optionId } from "../../ui/optionId.ts";
import { PlainIconButton } from "../../ui/PlainIconButton.tsx";
import styles from "./SearchField.module.css";
import type { Completion, Suggestion } from "./suggestions.ts";
import { SuggestionOptions } from "./SuggestionOptions.tsx";

interface SearchFieldProps {
  /** What is being searched for. */
  text: string;
  completionAt: (text: string, caret: number) => Completion;
  /** Enter, or one of the recent ones. */
  onSearch: (text: string) => void;
  /** What stands there, once one has paused in writing it. */
  onPause: (text: string) => void;
  onForgetRecents: () => void;
  /** ↓ where there is nothing to choose from. */
  onDown: () => void;
  /** Takes the focus whenever it changes. */
  focusKey: number;
}

const pauseMs = 200;

/** Where one writes what to look for, which is found as one writes; ↓ chooses from what is offered. */
export function SearchField(props: SearchFieldProps) {
  const { text, completionAt, onSearch, onPause, onForgetRecents, onDown, focusKey } = props;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [value, setValue] = useState(text);
  const [sought, setSought] = useState(text);
  const [caret, setCaret] = useState(text.length);
  const [open, setOpen] = useState(text === "");
  const [active, setActive] = useState(-1);
  if (sought !== text) {
    setSought(text);
    // What stands there already is left as it was written.
    if (value.trim() !== text) setValue(text);
  }
  const completion = completionAt(value, Math.min(caret, value.length));
  const { suggestions } = completion;
  const listed = open && suggestions.length > 0;

  const written = value.trim();
  const pause = useEffectEvent(onPause);
  useEffect(() => {
    // Where something is offered, one is in the middle of a word that means nothing yet.
    if (listed || written === text) return;
    const timer = setTimeout(() => pause(written), pauseMs);
    return () => clearTimeout(timer);
  }, [written, text, listed]);

  useEffect(() => {
    field.current?.focus();
    field.current?.select();
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- asked for again is what it tells
  }, [focusKey]);

  function write(next: string, at: number) {
    setValue(next);
    setCaret(at);
    setActive(-1);
    setOpen(true);
  }

  function search(next: string) {
    setOpen(false);
    setActive(-1);
    setValue(next.trim());
    onSearch(next.trim());
  }

  function choose(suggestion: Suggestion) {
    if (suggestion.kind === "recent") return search(suggestion.text);
    const before = value.slice(0, completion.start) + suggestion.text;
    const after = value.slice(completion.end);
    write(before + (before.endsWith(" ") ? after.trimStart() : after), before.length);
    // The caret goes where React has put the text by then.
    requestAnimationFrame(() => field.current?.setSelectionRange(before.length, before.length));
    return field.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const chosen = listed ? suggestions[active] : undefined;
    if (event.key === "ArrowDown" && !listed) onDown();
    else if (event.key === "ArrowDown") setActive((active + 1) % suggestions.length);
    else if (event.key === "ArrowUp" && listed) {
      setActive((Math.max(active, 0) - 1 + suggestions.length) % suggestions.length);
    } else if (event.key === "Enter") {
      if (chosen) choose(chosen);
      else search(value);
    } else if (event.key === "Tab" && chosen && !event.shiftKey) choose(chosen);
    else if (event.key === "Escape" && listed) setOpen(false);
    else return;
    event.preventDefault();
  }

  return (
    <search className={styles.search} onBlur={() => setOpen(false)}>
      <div className={styles.field}>
        <Search aria-hidden />
        <input
          ref={field}
          role="combobox"
          aria-label="Search messages"
          aria-expanded={listed}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={listed && active >= 0 ? optionId(`${id}-list`, active) : undefined}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="search"
          maxLength={limits.searchText}
          placeholder="Words, from:someone, in:room…"
          value={value}
          onChange={(event) =>
            write(event.target.value, event.target.selectionStart ?? event.target.value.length)
          }
          onSelect={(event) => setCaret(event.currentTarget.selectionStart ?? 0)}
          onFocus={() => setOpen(value === "")}
          onClick={() => setOpen(true)}
          onKeyDown={onKeyDown}
        />
        {value !== "" && (
          <PlainIconButton
            label="Clear"
            size="small"
            icon={<X />}
            onClick={() => {
              write("", 0);
              field.current?.focus();
            }}
          />
        )}
      </div>
      {listed && (
        <SuggestionOptions
          id={`${id}-list`}
          suggestions={suggestions}
          active={active}
          onHover={setActive}
          onChoose={choose}
          onForgetRecents={onForgetRecents}
        />
      )}
    </search>
  );
}
