export type BodyPart =
  | { type: "text" | "strong" | "emphasis" | "code" | "block"; text: string }
  | { type: "link"; text: string; href: string }
  | { type: "user" | "room"; id: string }
  | { type: "everyone"; who: string };

/** The first that matches at a place wins. No part nests in another: this is a glance, not a document. */
const marks: { pattern: RegExp; part: (match: string[]) => BodyPart }[] = [
  { pattern: /```\w*\n?([^]*?)```/y, part: ([, text = ""]) => ({ type: "block", text }) },
  { pattern: /`([^`\n]+)`/y, part: ([, text = ""]) => ({ type: "code", text }) },
  { pattern: /<@([\w-]{1,64})>/y, part: ([, id = ""]) => ({ type: "user", id }) },
  { pattern: /<#([\w-]{1,64})>/y, part: ([, id = ""]) => ({ type: "room", id }) },
  { pattern: /<!(room|here)>/y, part: ([, who = ""]) => ({ type: "everyone", who }) },
  {
    pattern: /\[([^[\]\n]{1,500})\]\((https?:\/\/[^\s()]{1,2000})\)/y,
    part: ([, text = "", href = ""]) => ({ type: "link", text, href }),
  },
  {
    pattern: /https?:\/\/[^\s<>]{1,2000}[^\s<>.,:;!?'")\]]/y,
    part: ([href = ""]) => ({ type: "link", text: href, href }),
  },
  {
    pattern: /\*\*(?!\s)([^*\n]{1,2000})(?<!\s)\*\*/y,
    part: ([, text = ""]) => ({ type: "strong", text }),
  },
  {
    pattern: /[*_](?!\s)([^*_\n]{1,2000})(?<!\s)[*_](?!\w)/y,
    part: ([, text = ""]) => ({ type: "emphasis", text }),
  },
];

const starts = /[`<[*_]|https?:\/\//g;

/** What a message's body is made of, in its order. */
export function bodyParts(body: string): BodyPart[] {
  const parts: BodyPart[] = [];
  let plainFrom = 0;
  let at = 0;
  while (at < body.length) {
    starts.lastIndex = at;
    const start = starts.exec(body);
    if (start === null) break;
    const found = partAt(body, start.index);
    at = start.index + (found?.length ?? 1);
    if (found === null) continue;
    if (start.index > plainFrom) {
      parts.push({ type: "text", text: body.slice(plainFrom, start.index) });
    }
    parts.push(found.part);
    plainFrom = at;
  }
  if (plainFrom < body.length) parts.push({ type: "text", text: body.slice(plainFrom) });
  return parts;
}

function partAt(body: string, index: number): { part: BodyPart; length: number } | null {
  // Within a word, an underscore or a star is one.
  if (/[*_]/.test(body.charAt(index)) && /\w/.test(body.charAt(index - 1))) return null;
  for (const { pattern, part } of marks) {
    pattern.lastIndex = index;
    const match = pattern.exec(body);
    if (match !== null) return { part: part(match), length: match[0].length };
  }
  return null;
}
