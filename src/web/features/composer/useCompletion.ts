import { useState } from "react";
import type { KeyboardEvent, RefObject } from "react";
import type { CommandHint } from "./commandHints.ts";
import { suggestionsFor, triggerAt } from "./completion.ts";
import type { Suggestion, Trigger } from "./completion.ts";
import type { Directory } from "./directory.ts";
import { applyEdit } from "./textEdits.ts";
import { useEmojiNames } from "./useEmojiNames.ts";

interface Completion {
  field: RefObject<HTMLTextAreaElement | null>;
  value: string;
  directory: Directory;
  hints: readonly CommandHint[] | undefined;
}

/** The suggestions for the name being typed, and the keys that choose among them. */
export function useCompletion({ field, value, directory, hints }: Completion) {
  const [caret, setCaret] = useState<number | null>(null);
  const [chosen, setChosen] = useState(0);
  /** Where Esc put the list away: it stays away for this name. */
  const [dismissed, setDismissed] = useState<number | null>(null);

  const trigger = caret === null ? null : triggerAt(value, caret);
  const open = trigger !== null && trigger.start !== dismissed;
  const emoji = useEmojiNames(open && trigger.sign === ":");
  const suggestions = open ? suggestionsFor(trigger, { ...directory, emoji }, hints) : [];
  const active = Math.min(chosen, suggestions.length - 1);

  /** To be called when text or selection changed. */
  function follow() {
    const element = field.current;
    const collapsed = element && element.selectionStart === element.selectionEnd;
    setCaret(collapsed ? element.selectionStart : null);
    setChosen(0);
    if (trigger === null) setDismissed(null);
  }

  function complete(suggestion: Suggestion, at: Trigger) {
    const element = field.current;
    if (!element) return;
    const end = at.start + 1 + at.query.length;
    // Another emoji may follow at once.
    const spaced = suggestion.kind !== "emoji";
    const space = !spaced || /^\s/.test(value.slice(end)) ? "" : " ";
    const text = suggestion.word + space;
    const after = at.start + text.length + (spaced && space === "" ? 1 : 0);
    applyEdit(element, { start: at.start, end, text, select: [after, after] });
    setCaret(null);
  }

  /** The second colon of `:smile:` is as good as choosing it. */
  function completeNamed(event: KeyboardEvent, at: Trigger): boolean {
    const named = emoji.find(({ names }) => names.includes(at.query.toLowerCase()));
    const suggestion = suggestions.find(({ id }) => id === named?.word);
    if (!suggestion) return false;
    event.preventDefault();
    complete(suggestion, at);
    return true;
  }

  /** Answers whether the key was for the list. */
  function onKeyDown(event: KeyboardEvent): boolean {
    const suggestion = suggestions[active];
    if (!trigger || !suggestion) return false;
    if (event.key === ":") return completeNamed(event, trigger);
    switch (event.key) {
      case "ArrowDown":
        setChosen((active + 1) % suggestions.length);
        break;
      case "ArrowUp":
        setChosen((active - 1 + suggestions.length) % suggestions.length);
        break;
      case "Enter":
      case "Tab":
        if (event.shiftKey) return false;
        // What stands there in full is to be sent.
        if (event.key === "Enter" && suggestion.word === trigger.sign + trigger.query.trimEnd()) {
          return false;
        }
        complete(suggestion, trigger);
        break;
      case "Escape":
        setDismissed(trigger.start);
        break;
      default:
        return false;
    }
    event.preventDefault();
    return true;
  }

  return {
    suggestions,
    active,
    follow,
    onKeyDown,
    close: () => setCaret(null),
    choose: (suggestion: Suggestion) => trigger && complete(suggestion, trigger),
  };
}
