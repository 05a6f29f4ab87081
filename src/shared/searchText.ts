/** A word of a text, or one character of a script that is written without spaces. */
export interface Word {
  /** As it is compared; see `fold`. */
  text: string;
  start: number;
  end: number;
  unspaced: boolean;
}

const unspacedScripts = ["Han", "Hira", "Kana", "Hang", "Thai", "Lao", "Khmr", "Mymr"];
const unspaced = `[${unspacedScripts.map((script) => `\\p{sc=${script}}`).join("")}\\u30fc\\uff70]`;
/** What belongs to the character before it: marks, and vowels of Hangul that came in pieces. */
const joinedOne = "[\\p{M}\\uff9e\\uff9f\\u1160-\\u11ff]";
const joined = `${joinedOne}*`;
const emoji =
  "\\p{RI}{2}|\\p{ExtPict}[\\ufe0f\\p{EMod}]*(?:\\u200d\\p{ExtPict}[\\ufe0f\\p{EMod}]*)*";
/** Of those scripts, what stays as it is when it is folded: nearly all that is written in them. */
const plain = "[\\u3041-\\u3096\\u30a1-\\u30fa\\u4e00-\\u9fff\\uac00-\\ud7a3]";
const words = new RegExp(
  `(?<plain>${plain}+(?!${joinedOne}))|(?<unspaced>${unspaced}${joined})|[[\\p{L}\\p{N}\\p{M}]--${unspaced}]+|${emoji}`,
  "gv",
);
const asciiWords = /[a-z\d]+/gi;

/** People and rooms that a body names by id: their ids are no words of it. */
const named = /<[@#][\w-]{1,64}>|<!(?:room|here)>/g;

/** Whatever a word is longer than this goes by. */
const longestWord = 64;

/** The words of a message's body, in order. */
export function wordsOf(body: string): Word[] {
  const text = body.replace(named, (name) => " ".repeat(name.length));
  const found: Word[] = [];
  for (const match of text.matchAll(isAscii(text) ? asciiWords : words)) {
    const [word] = match;
    // A long message holds thousands of these, and each match is an object of its own.
    if (match.groups?.["plain"] !== undefined) {
      for (let at = 0; at < word.length; at++) found.push(plainCharacter(word, at, match.index));
      continue;
    }
    const folded = fold(word).slice(0, longestWord).toWellFormed();
    if (folded === "") continue;
    const start = match.index;
    const isUnspaced = match.groups?.["unspaced"] !== undefined;
    found.push({ text: folded, start, end: start + word.length, unspaced: isUnspaced });
  }
  return found;
}

/** They are all of the basic plane: one unit each. */
function plainCharacter(run: string, at: number, from: number): Word {
  return { text: run.charAt(at), start: from + at, end: from + at + 1, unspaced: true };
}

/**
 * What an index holds of these words, in order. Of a script without spaces it holds each character with
 * the one after it: two characters in a row are found as directly as a word, and few texts hold both by
 * chance.
 */
export function tokensOf(list: readonly Word[]): string[] {
  return list.map((word, index) => {
    const next = list[index + 1];
    return next && isRun(word, next) ? word.text + next.text : word.text;
  });
}

/** Whether both stand side by side in a script without spaces. */
export function isRun(word: Word, next: Word): boolean {
  return word.unspaced && next.unspaced && word.end === next.start;
}

/** Accents of Latin, Greek and Cyrillic, points of Hebrew and Arabic, and what chooses an emoji's look. */
const left = new RegExp(
  "[\\u0300-\\u036f\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7\\u0610-\\u061a\\u064b-\\u065f" +
    "\\u0670\\ufe0f\\p{EMod}]",
  "gu",
);
const punctuation = /[^a-z\d\u0080-\u{10ffff}]/gu;

/** Text as it is compared: without case, accents and compatibility forms (`ﬁ`, full width). */
export function fold(text: string): string {
  if (isAscii(text)) return text.toLowerCase().replace(punctuation, "");
  return (
    text
      .normalize("NFKD")
      .replace(left, "")
      // Upper case first, because it folds what lower case does not (`ß`).
      .toUpperCase()
      .toLowerCase()
      .replaceAll("ς", "σ")
      .normalize("NFKC")
      .replace(punctuation, "")
  );
}

function isAscii(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- that is what ASCII is
  return /^[\u0000-\u007f]*$/.test(text);
}
