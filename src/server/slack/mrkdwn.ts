import {
  codeBlock,
  emphasise,
  escapeLineStart,
  escapeText,
  inlineCode,
  isWordCharacter,
  link,
} from "./markdown.ts";
import { emojiNamed } from "./shortcodes.ts";

/** What Slack's ids stand for here; `undefined` for what was not imported. */
export interface Directory {
  user(slackId: string): Named | undefined;
  room(slackId: string): Named | undefined;
}

export interface Named {
  id: string;
  name: string;
}

/**
 * Slack's mark-up ("mrkdwn") as Markdown. With `formatting` off only links, mentions and entities mean
 * something, as in those fields of bots' attachments that ask for no formatting.
 */
export function markdownFrom(mrkdwn: string, directory: Directory, formatting = true): string {
  const whole = mrkdwn.replaceAll(/<[^<>\n]*>/g, "");
  const text = mrkdwn.replaceAll("\r\n", "\n");
  const blocks: string[] = [];
  // With a group in the pattern, every second piece is the inside of a code block.
  for (const [index, piece] of text.split(formatting ? codeBlockPattern : /$^/).entries()) {
    if (piece.trim() === "") continue;
    if (index % 2 === 1) {
      blocks.push(codeBlock(plainFrom(piece.replace(/^[ \t]*\n|\n[ \t]*$/g, ""), directory)));
    } else {
      blocks.push(
        paragraphs(piece.replace(/^[ \t]*\n|\s+$/g, ""), { directory, formatting, whole }),
      );
    }
  }
  return blocks.join("\n");
}

/** Without any mark-up: for room topics and the inside of code. */
export function plainFrom(mrkdwn: string, directory: Directory): string {
  return unescape(
    mrkdwn.replace(/<([@#!\p{L}][^<>\n]*)>/gu, (_, token: string) => {
      const { sigil, target, label } = parseToken(token);
      if (sigil === "@") return `@${label ?? directory.user(target)?.name ?? target}`;
      if (sigil === "#") return `#${label ?? directory.room(target)?.name ?? target}`;
      if (sigil === "!") return label ?? `@${target.replace(/^subteam\^|^date\^.*$/, "")}`;
      return label ?? target;
    }),
  );
}

const codeBlockPattern = /```([\s\S]*?)```/;

interface Context {
  directory: Directory;
  formatting: boolean;
  whole: string;
}

type LineKind = "text" | "quote" | "bullet" | "number";

/** Lines with what Markdown needs between them: a list or quote would swallow the line behind it. */
function paragraphs(text: string, context: Context): string {
  const out: string[] = [];
  let last: LineKind | "blank" = "blank";
  let quoting = false;
  for (const line of text.split("\n")) {
    const opensQuote = context.formatting && line.startsWith("&gt;&gt;&gt;");
    quoting ||= opensQuote;
    const isQuote = quoting || (context.formatting && line.startsWith("&gt;"));
    const inner = isQuote ? line.replace(opensQuote ? /^(?:&gt;){3} ?/ : /^&gt; ?/, "") : line;
    const [kind, markdown] = isQuote
      ? (["quote", `> ${lineFrom(inner, context)[1]}`.trimEnd()] as const)
      : lineFrom(inner, context);
    if (line.trim() === "" && !isQuote) {
      out.push("");
      last = "blank";
      continue;
    }
    const swallows = last !== "text" && last !== "blank" && last !== kind;
    if (swallows || (last === "text" && kind === "number")) out.push("");
    out.push(markdown);
    last = kind;
  }
  return out.join("\n");
}

function lineFrom(line: string, context: Context): [LineKind, string] {
  const bullet =
    /^(\s*)[•◦▪‣]\uFE0E?\s+(\S.*)$/u.exec(line) ?? /^(\s{0,3})[-*] +([^\s*+-].*)$/.exec(line);
  if (bullet !== null) {
    const [, indent = "", text = ""] = bullet;
    return ["bullet", `${indent}- ${escapeLineStart(inline(text, context))}`];
  }
  const [, number, text = ""] = /^(\s{0,3}\d{1,9}[.)] +)(\S.*)$/.exec(line) ?? [];
  return number === undefined
    ? ["text", escapeLineStart(inline(line, context))]
    : ["number", number + escapeLineStart(inline(text, context))];
}

const tokenPattern = /<([@#!\p{L}][^<>\n]*)>/uy;
const codePattern = /`([^`\n]+)`/y;
const emojiPattern = /:([\p{L}\p{N}_+'-]+(?:::skin-tone-[2-6])?):/uy;
const marks = { "*": "**", _: "_", "~": "~~" } as const;

function inline(text: string, context: Context): string {
  let out = "";
  let literal = "";
  let at = 0;
  function take(markdown: string, length: number): void {
    out += escapeText(unescape(literal), unescape(context.whole)) + markdown;
    literal = "";
    at += length;
  }
  while (at < text.length) {
    const character = text[at] ?? "";
    const token = character === "<" ? matchAt(tokenPattern, text, at) : null;
    const code = context.formatting && character === "`" ? matchAt(codePattern, text, at) : null;
    const emoji = character === ":" ? matchAt(emojiPattern, text, at) : null;
    const found =
      emoji === null || /[a-z0-9]/i.test(text[at - 1] ?? "")
        ? undefined
        : emojiNamed(emoji[1] ?? "");
    const end = context.formatting && isMark(character) ? closingMark(text, at) : -1;
    if (token !== null) {
      take(
        tokenFrom(token[1] ?? "", context.directory, text.slice(at + token[0].length)),
        token[0].length,
      );
    } else if (code !== null) {
      take(inlineCode(plainFrom(code[1] ?? "", context.directory)), code[0].length);
    } else if (emoji !== null && found !== undefined) {
      take(found, emoji[0].length);
    } else if (end > 0 && isMark(character)) {
      take(emphasise(marks[character], inline(text.slice(at + 1, end), context)), end - at + 1);
    } else {
      literal += character;
      at += 1;
    }
  }
  take("", 0);
  return out;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function isMark(character: string): character is keyof typeof marks {
  return Object.hasOwn(marks, character);
}

/** Where the emphasis that opens at `start` closes; -1 where the mark is only a character. */
function closingMark(text: string, start: number): number {
  const mark = text[start];
  const next = text[start + 1];
  if (next === undefined || next === mark || /\s/.test(next)) return -1;
  if (text[start - 1] === mark || isWordCharacter(text[start - 1])) return -1;
  for (let at = start + 1; at < text.length; at += 1) {
    const skipped = matchAt(tokenPattern, text, at) ?? matchAt(codePattern, text, at);
    if (skipped !== null) at += skipped[0].length - 1;
    if (text[at] !== mark || skipped !== null) continue;
    const doubled = text[at + 1] === mark;
    const closes = !doubled && !/\s/.test(text[at - 1] ?? "") && !isWordCharacter(text[at + 1]);
    return closes ? at : -1;
  }
  return -1;
}

function parseToken(token: string): { sigil: string; target: string; label: string | undefined } {
  const [, sigil = "", target = "", label] = /^([@#!]?)([^|]*)(?:\|([\s\S]*))?$/.exec(token) ?? [];
  return { sigil, target, label: label?.trim() === "" ? undefined : label };
}

function tokenFrom(token: string, directory: Directory, next: string): string {
  const { sigil, target, label } = parseToken(token);
  switch (sigil) {
    case "@": {
      const user = directory.user(target);
      return user ? `<@${user.id}>` : escapeText(`@${unescape(label ?? target)}`);
    }
    case "#": {
      const room = directory.room(target);
      return room ? `<#${room.id}>` : escapeText(`#${unescape(label ?? target)}`);
    }
    case "!":
      return broadcastFrom(target, label);
    default:
      return link(unescape(target), label === undefined ? undefined : unescape(label), next);
  }
}

/** `<!here>`, `<!channel>`, groups of people and dates; of what has no like here the label stays. */
function broadcastFrom(target: string, label: string | undefined): string {
  const [command = "", argument] = target.split("^");
  if (command === "here") return "<!here>";
  if (command === "channel" || command === "everyone" || command === "group") return "<!room>";
  return escapeText(unescape(label ?? `@${argument ?? command}`));
}

function unescape(text: string): string {
  const characters: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };
  return text.replace(/&(?:amp|lt|gt);/g, (entity) => characters[entity] ?? entity);
}
