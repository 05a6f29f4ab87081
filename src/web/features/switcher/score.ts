/**
 * How well a name fits what was typed: higher is better, 0 not at all. Beginnings count most, then
 * beginnings of words, then anything within, then letters in order, and last a name with one or two
 * slips of the finger.
 */
export function scoreOf(name: string, query: string): number {
  const text = plain(name);
  const sought = plain(query);
  if (sought === "") return 1;
  if (text.startsWith(sought)) return 100;
  const words = text.split(/[\s._-]+/u);
  if (words.some((word) => word.startsWith(sought))) return 80;
  if (initialsOf(words).startsWith(sought)) return 70;
  if (text.includes(sought)) return 60;
  if (sought.length >= 3 && inOrder(text, sought)) return 40;
  const slips = sought.length < 4 ? 0 : sought.length < 8 ? 1 : 2;
  if (slips === 0) return 0;
  const close = [text, ...words].some((word) => beginsWithin(word, sought, slips));
  return close ? 20 : 0;
}

/** Without case and accents. */
function plain(text: string): string {
  return text.trim().toLocaleLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
}

function initialsOf(words: readonly string[]): string {
  return words.map((word) => word.slice(0, 1)).join("");
}

function inOrder(text: string, sought: string): boolean {
  let from = 0;
  for (const letter of sought) {
    const at = text.indexOf(letter, from);
    if (at === -1) return false;
    from = at + 1;
  }
  return true;
}

/** Whether some beginning of the word is within so many slips: a letter wrong, missing, extra or swapped. */
function beginsWithin(word: string, sought: string, slips: number): boolean {
  for (let extra = -slips; extra <= slips; extra += 1) {
    const beginning = word.slice(0, Math.max(1, sought.length + extra));
    if (distance(beginning, sought) <= slips) return true;
  }
  return false;
}

/** Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours. */
function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        (row[j - 1] ?? 0) + 1,
        (last[j] ?? 0) + 1,
        (last[j - 1] ?? 0) + cost,
        swapped ? (beforeLast[j - 2] ?? 0) + 1 : Infinity,
      );
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
