/** A conversation as it is written down in `rooms/`, before anyone knows which day it is. */
export interface Line {
  /** Workdays before today; 0 for what was said only minutes ago. */
  day: number;
  /** Minutes after midnight; on day 0 minutes before now. */
  minute: number;
  author: string;
  body: string;
  reactions: { emoji: string; names: string[] }[];
  isEdited: boolean;
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
 *   ~ edited
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
    isEdited: false,
    replies: [],
  };
}

function continueMessage(message: Line | undefined, text: string, blanks: number): void {
  if (message === undefined) throw new Error(`This continues nothing: ${text}`);
  if (text === "~ edited") {
    message.isEdited = true;
  } else if (text.startsWith("^ ")) {
    const [emoji = "", ...names] = text.slice(2).split(" ");
    message.reactions.push({ emoji, names });
  } else {
    message.body += "\n".repeat(message.body === "" ? 0 : blanks + 1) + withBackticks(text);
  }
}

function withBackticks(text: string): string {
  return text.replace(/[‹›]/g, "`").replace(/^~~~/, "```");
}
