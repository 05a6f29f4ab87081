/**
 * The ref of what may leave the page while it has the focus, such as a row that is removed. The next row
 * takes it then, else the one before, else what says that the list is empty, or its heading: the keys go on
 * from there, and not from the top of the page.
 */
export function handsFocusOn(element: HTMLElement | null): () => void {
  return () => {
    if (element !== null) handFocusOn(element);
  };
}

/** To be called while it is still there. Nothing takes the focus when its page or panel goes as well. */
export function handFocusOn(leaving: HTMLElement): void {
  if (!leaving.contains(document.activeElement)) return;
  const [rows, around] = [otherRows(leaving), surroundings(leaving)];
  // Once React has changed the page. It may have been the row that moved, or something else took the focus.
  queueMicrotask(() => {
    if (leaving.isConnected || document.activeElement !== document.body) return;
    const target = rows.find(({ isConnected }) => isConnected) ?? placeIn(around);
    if (target) take(target);
  });
}

/** Those after it, then those before it, each the nearest first. */
function otherRows(row: HTMLElement): HTMLElement[] {
  const list = row.closest("ul, ol, [role='log']");
  if (list === null) return [];
  const rows = [...list.querySelectorAll<HTMLElement>(":scope > li, [data-row-key]")];
  const at = rows.indexOf(row);
  return at === -1 ? [] : [...rows.slice(at + 1), ...rows.slice(0, at).toReversed()];
}

/** From the inside out, as far as the part of the page that it belongs to. */
function surroundings(element: HTMLElement): HTMLElement[] {
  const parent = element.parentElement;
  if (parent === null) return [];
  return parent.matches("dialog, main, aside, nav") ? [parent] : [parent, ...surroundings(parent)];
}

/** In the order of preference. */
const places = ["[data-empty]", "h1, h2, h3", "textarea"];

function placeIn(around: readonly HTMLElement[]): HTMLElement | null {
  for (const element of around) {
    if (!element.isConnected) continue;
    if (element.matches("li, [data-row-key]")) return element;
    for (const place of places) {
      const found = element.querySelector<HTMLElement>(place);
      if (found) return found;
    }
  }
  return null;
}

function take(target: HTMLElement): void {
  if (target.tabIndex < 0 && !target.hasAttribute("tabindex")) {
    target.tabIndex = -1;
    target.addEventListener("blur", () => target.removeAttribute("tabindex"), { once: true });
  }
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: "nearest" });
}
