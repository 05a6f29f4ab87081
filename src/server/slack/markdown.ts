/**
 * Writes Markdown that reads as the given text does. Characters are escaped only where they would
 * change the meaning: what people wrote stays pleasant to edit and to search.
 */

/** Plain text inside a line. `whole` is the message it is a part of: a mark without a partner is none. */
export function escapeText(text: string, whole = text): string {
  return text.replace(/[\\`*_~[<&]/g, (mark, offset: number) => {
    const before = text[offset - 1];
    const after = text[offset + 1];
    switch (mark) {
      case "\\":
        return after === undefined || /[!-/:-@[-`{-~\n]/.test(after) ? "\\\\" : mark;
      case "`":
        return isRepeated(mark, whole) ? "\\`" : mark;
      case "<":
        // As an entity, so that nothing that looks for <@…> in the text takes it for a mention.
        return after !== undefined && /[a-z/!?@#]/i.test(after) ? "&lt;" : mark;
      case "&":
        return /^&(?:#\d+|#x[\da-f]+|\w+);/i.test(text.slice(offset)) ? "&amp;" : mark;
      case "[":
        return after === "^" || closesLink(whole) ? "\\[" : mark;
      default:
        return canEmphasise(mark, before, after) && isRepeated(mark, whole) ? `\\${mark}` : mark;
    }
  });
}

function isRepeated(mark: string, text: string): boolean {
  return text.indexOf(mark) !== text.lastIndexOf(mark);
}

/** Marks between spaces open and close nothing, nor do underscores within a word. */
function canEmphasise(mark: string, before?: string, after?: string): boolean {
  if (/^\s?$/.test(before ?? " ") && after !== undefined && /\s/.test(after)) return false;
  return !(mark === "_" && isWordCharacter(before) && isWordCharacter(after));
}

export function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

/** As in `[a](b)`, `[a][b]`, `[a]: b`; the parts may stand on different lines. */
function closesLink(text: string): boolean {
  return /\][([:]/.test(text);
}

/** One line of text or of inline Markdown, so that its beginning makes no heading, list or rule of it. */
export function escapeLineStart(line: string): string {
  const [indent = ""] = /^[ \t]*/.exec(line) ?? [];
  const rest = line.slice(indent.length);
  const kept = indent.length < 2 ? "" : indent.replaceAll("\t", "    ").replaceAll(" ", "\u00A0");
  const isMark =
    /^(?:#{1,6}|[-*+])(?:\s|$)/.test(rest) ||
    // Underlines of headings, rules, empty list items, the second row of a table.
    /^(?=.*[-=*_])[-=*_|:\s]+$/.test(rest) ||
    rest.startsWith(">");
  return isMark && kept === "" ? `\\${rest}` : kept + rest;
}

export function inlineCode(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const mark = "`".repeat(longest + 1);
  const padding = /^`|`$/.test(text) || (/^ .* $/.test(text) && text.trim() !== "") ? " " : "";
  return mark + padding + text + padding + mark;
}

export function codeBlock(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const mark = "`".repeat(longest + 1);
  return `${mark}\n${text}\n${mark}`;
}

/** Only addresses that a browser may follow from a message; of others the label stays. */
export function link(address: string, label: string | undefined, next = ""): string {
  const url = address.trim().replace(/[\s<>]/g, encodeURIComponent);
  if (!/^(?:https?|ftp|mailto):/i.test(url)) return escapeText(label ?? address);
  const bare = url.replace(/^mailto:/i, "");
  if (label === undefined || label === url || label === bare) {
    const endsClearly = /[\w/]$/.test(bare) && /^(?:\s|$)/.test(next);
    return endsClearly && /^https?:/i.test(url) ? url : `<${bare}>`;
  }
  const words = label.replace(/\s+/g, " ").trim();
  // A mark may find its partner outside the label: as if it had one inside.
  const text = escapeText(words, words + words).replace(/(?<!\\)[[\]]/g, "\\$&");
  return /[()\\]/.test(url) ? `[${text}](<${url}>)` : `[${text}](${url})`;
}

/** Spaces at the ends go outside the marks: `** bold **` would be no emphasis. */
export function emphasise(mark: "**" | "_" | "*" | "~~", markdown: string): string {
  const [, before = "", inner = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(markdown) ?? [];
  return inner === "" ? markdown : before + mark + inner + mark + after;
}

export function quote(markdown: string): string {
  return markdown
    .split("\n")
    .map((line) => (line === "" ? ">" : `> ${line}`))
    .join("\n");
}

/** Blocks that each stand for themselves. */
export function joinBlocks(blocks: (string | undefined)[]): string {
  return blocks
    .map((block) => (block ?? "").replace(/^\n+|\s+$/g, ""))
    .filter((block) => block !== "")
    .join("\n\n");
}
