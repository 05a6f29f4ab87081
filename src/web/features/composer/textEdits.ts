/** A change to the text in a field: what to put in place of what, and what to select afterwards. */
export interface TextEdit {
  start: number;
  end: number;
  text: string;
  select: [start: number, end: number];
}

/** Pasting an address over words makes them its link; anything else is pasted as it is. */
export function linkOver(
  value: string,
  selection: [number, number],
  pasted: string,
): TextEdit | null {
  const [start, end] = selection;
  const words = value.slice(start, end);
  const url = pasted.trim();
  if (words.trim() === "" || isAddress(words.trim()) || !isAddress(url)) return null;
  if (/[[\]\n]/.test(words)) return null;
  const text = `[${words}](${url.replaceAll(")", "%29")})`;
  return { start, end, text, select: [start + text.length, start + text.length] };
}

/** Puts marks around the selection, or takes them away when they are there. */
export function toggleMark(value: string, selection: [number, number], mark: string): TextEdit {
  const [start, end] = selection;
  const words = value.slice(start, end);
  const before = start - mark.length;
  const marked =
    before >= 0 &&
    value.slice(before, start) === mark &&
    value.slice(end, end + mark.length) === mark;
  if (marked) {
    return {
      start: before,
      end: end + mark.length,
      text: words,
      select: [before, end - mark.length],
    };
  }
  const inner = start + mark.length;
  return { start, end, text: mark + words + mark, select: [inner, inner + words.length] };
}

/** Changes a field as if it had been typed, so that the browser's own undo takes it back. */
export function applyEdit(field: HTMLTextAreaElement, edit: TextEdit): void {
  field.focus();
  field.setSelectionRange(edit.start, edit.end);
  // Nothing that replaces it keeps the undo history.
  const typed = document.execCommand("insertText", false, edit.text);
  if (!typed) {
    field.setRangeText(edit.text, edit.start, edit.end, "end");
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
  field.setSelectionRange(...edit.select);
}

function isAddress(text: string): boolean {
  return /^(?:https?:\/\/|mailto:)\S+$/i.test(text) && URL.canParse(text);
}
