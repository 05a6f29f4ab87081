/** A conversation as it is written down in `rooms/`, before anyone knows which day it is. */
export interface Line {
  /** Workdays before today; 0 for what was said only minutes ago. */
  day: number;
  /** Minutes after midnight; on day 0 minutes before now. */
  minute: number;
  author: string;
  body: string;
  reactions: { emoji: string; names: string[] }[];
  /** Names of files. */
  files: string[];
  isEdited: boolean;
  /** What it says now; `body` is what it said at first. */
  editedTo: string | null;
  /** Username. */
  pinnedBy: string | null;
  /** By whoever looks around. */
  isSaved: boolean;
  /** How an earlier message of the room begins that this one answers. */
  quotes: string | null;
  replies: Line[];
}

const dayPattern = /^== (\d+|now)$/;
const messagePattern = /^(?:\+(\d) )?(?:(\d\d):(\d\d)|(\d+)) ([\w-]+): (.*)$/;

/**
 * Reads a script:
 *
 * ```text
 * == 3                          three workdays ago; "== now" at the end
 * 09:12 mira: What was said     minutes ago instead of a time under "now"
 *   goes on, indented
 *   ^ 👍 jonas yuki             who reacted
 *   + heron.jpg                a file
 *   ~ edited                   or "~ edited to What it says now"
 *   ~ pinned by mira
 *   ~ saved
 *   ~ quotes How it begins     an earlier message of the room
 *   > 09:15 jonas: A reply      "> +1 09:15 jonas: …" a workday later
 *     goes on, indented further
 * ```
 *
 * Names stand as `<@mira>` and `<#design>`; ‹code› and ~~~ spare the scripts their backticks.
 */
export function readScript(script: string): Line[] {
  const lines: Line[] = [];
  let day = 0;
  let last: Line | undefined;
  let blanks = 0;
  for (const text of script.split("\n")) {
    const section = dayPattern.exec(text)?.[1];
    const content = text.trimStart();
    const indent = text.length - content.length;
    if (content === "") {
      blanks += 1;
    } else if (section !== undefined) {
      day = section === "now" ? 0 : Number(section);
    } else if (indent === 0) {
      last = readMessage(text, day);
      lines.push(last);
    } else if (indent === 2 && messagePattern.test(content.replace(/^> /, ""))) {
      last = readMessage(content.replace(/^> /, ""), day);
      lines.at(-1)?.replies.push(last);
    } else {
      continueMessage(last, text.slice(last === lines.at(-1) ? 2 : 4), blanks);
    }
    if (content !== "") blanks = 0;
  }
  return lines;
}

function readMessage(text: string, day: number): Line {
  const [, later = "0", hours, minutes, ago, author = "", body = ""] =
    messagePattern.exec(text) ?? [];
  if (author === "") throw new Error(`This is no message: ${text}`);
  const minute = ago === undefined ? Number(hours) * 60 + Number(minutes) : Number(ago);
  return {
    day: day - Number(later),
    minute,
    author,
    body: withBackticks(body),
    reactions: [],
    files: [],
    isEdited: false,
    editedTo: null,
    pinnedBy: null,
    isSaved: false,
    quotes: null,
    replies: [],
  };
}

function continueMessage(message: Line | undefined, text: string, blanks: number): void {
  if (message === undefined) throw new Error(`This continues nothing: ${text}`);
  if (text.startsWith("~ ")) {
    mark(message, text.slice(2));
  } else if (text.startsWith("+ ")) {
    message.files.push(text.slice(2));
  } else if (text.startsWith("^ ")) {
    const [emoji = "", ...names] = text.slice(2).split(" ");
    message.reactions.push({ emoji, names });
  } else {
    message.body += "\n".repeat(message.body === "" ? 0 : blanks + 1) + withBackticks(text);
  }
}

function mark(message: Line, words: string): void {
  const [, what = "", rest = ""] =
    /^(edited to|edited|pinned by|saved|quotes) ?(.*)$/.exec(words) ?? [];
  if (what === "edited") message.isEdited = true;
  else if (what === "edited to") message.editedTo = withBackticks(rest);
  else if (what === "pinned by") message.pinnedBy = rest;
  else if (what === "saved") message.isSaved = true;
  else if (what === "quotes") message.quotes = rest;
  else throw new Error(`This marks nothing: ${words}`);
}

function withBackticks(text: string): string {
  return text.replace(/[‹›]/g, "`").replace(/^~~~/, "```");
}
