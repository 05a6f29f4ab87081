import { z } from "zod";

import {
  codeBlock,
  emphasise,
  escapeLineStart,
  escapeText,
  inlineCode,
  joinBlocks,
  link,
  quote,
} from "./markdown.ts";
import type { Directory } from "./mrkdwn.ts";
import { emojiNamed } from "./shortcodes.ts";

const styleSchema = z
  .object({ bold: z.boolean(), italic: z.boolean(), strike: z.boolean(), code: z.boolean() })
  .partial()
  .optional();
type Style = z.infer<typeof styleSchema>;

const inlineSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text"), text: z.string(), style: styleSchema }),
  z.object({
    type: z.literal("link"),
    url: z.string(),
    text: z.string().optional(),
    style: styleSchema,
  }),
  z.object({ type: z.literal("emoji"), name: z.string(), skin_tone: z.number().optional() }),
  z.object({ type: z.literal("user"), user_id: z.string() }),
  z.object({ type: z.literal("channel"), channel_id: z.string() }),
  z.object({ type: z.literal("usergroup"), usergroup_id: z.string() }),
  z.object({ type: z.literal("broadcast"), range: z.string() }),
  z.object({ type: z.literal("date"), fallback: z.string().optional(), timestamp: z.number() }),
  z.object({ type: z.literal("color"), value: z.string() }),
]);
type Inline = z.infer<typeof inlineSchema>;

const inlines = { elements: z.array(inlineSchema) };
const sectionSchema = z.object({ type: z.literal("rich_text_section"), ...inlines });
const partSchema = z.discriminatedUnion("type", [
  sectionSchema,
  z.object({ type: z.literal("rich_text_preformatted"), ...inlines }),
  z.object({ type: z.literal("rich_text_quote"), ...inlines }),
  z.object({
    type: z.literal("rich_text_list"),
    style: z.enum(["bullet", "ordered"]),
    indent: z.number().int().min(0).default(0),
    offset: z.number().int().min(0).default(0),
    elements: z.array(sectionSchema),
  }),
]);
type Part = z.infer<typeof partSchema>;
type List = Extract<Part, { type: "rich_text_list" }>;

export const richTextSchema = z.object({
  type: z.literal("rich_text"),
  elements: z.array(partSchema),
});

/** What Slack's editor writes: text, lists, quotes and code that need no guessing. */
export function richTextFrom(
  { elements }: z.infer<typeof richTextSchema>,
  directory: Directory,
): string {
  const blocks: string[] = [];
  let depth = -1;
  for (const [index, part] of elements.entries()) {
    if (part.type !== "rich_text_list") {
      depth = -1;
      blocks.push(fromPart(part, directory));
      continue;
    }
    // A nested list is a list of its own behind the one that it stands in.
    const isContinued = elements[index - 1]?.type === "rich_text_list";
    depth = Math.min(part.indent, depth + 1);
    const list = fromList(part, depth, directory);
    if (isContinued) blocks.push(`${blocks.pop()}\n${list}`);
    else blocks.push(list);
  }
  return joinBlocks(blocks);
}

function fromPart(part: Exclude<Part, List>, directory: Directory): string {
  switch (part.type) {
    case "rich_text_section":
      return lines(part.elements, directory);
    case "rich_text_quote":
      return quote(lines(part.elements, directory));
    case "rich_text_preformatted":
      return codeBlock(part.elements.map((inline) => plain(inline, directory)).join(""));
  }
}

function fromList({ style, offset, elements }: List, depth: number, directory: Directory): string {
  // Four spaces are inside of any item's text, and of none below it.
  const indent = "    ".repeat(depth);
  return elements
    .map(({ elements: item }, index) => {
      const mark = style === "bullet" ? "-" : `${offset + index + 1}.`;
      const text = lines(item, directory).replaceAll("\n", `\n${indent}    `);
      return `${indent}${mark} ${text}`;
    })
    .join("\n");
}

function lines(elements: Inline[], directory: Directory): string {
  const whole = elements.map((inline) => (inline.type === "text" ? inline.text : "")).join("");
  let markdown = "";
  let wasStyled = false;
  for (const [index, inline] of elements.entries()) {
    const next = elements[index + 1];
    const piece = fromInline(inline, { directory, whole, next: next && plain(next, directory) });
    const isStyled = /^[*_~]/.test(piece) && "style" in inline && inline.style !== undefined;
    // `**a***b*` would be read otherwise: a space without width keeps the marks apart.
    markdown += (wasStyled && isStyled ? "\u200B" : "") + piece;
    wasStyled = isStyled && !/\s$/.test(piece);
  }
  return markdown.split("\n").map(escapeLineStart).join("\n");
}

interface Surroundings {
  directory: Directory;
  whole: string;
  next: string | undefined;
}

function fromInline(inline: Inline, { directory, whole, next }: Surroundings): string {
  switch (inline.type) {
    case "text":
      // Emphasis ends with its line.
      return inline.text
        .split("\n")
        .map((line) => styled(line, inline.style, (text) => escapeText(text, whole)))
        .join("\n");
    case "link":
      return styled(inline.text ?? inline.url, inline.style, () => {
        return link(inline.url, inline.text, next);
      });
    case "user": {
      const user = directory.user(inline.user_id);
      return user ? `<@${user.id}>` : plain(inline, directory);
    }
    case "channel": {
      const room = directory.room(inline.channel_id);
      return room ? `<#${room.id}>` : plain(inline, directory);
    }
    case "broadcast":
      return inline.range === "here" ? "<!here>" : "<!room>";
    default:
      return escapeText(plain(inline, directory), whole);
  }
}

function plain(inline: Inline, directory: Directory): string {
  switch (inline.type) {
    case "text":
      return inline.text;
    case "link":
      return inline.text ?? inline.url;
    case "emoji": {
      const tone = inline.skin_tone === undefined ? "" : `::skin-tone-${inline.skin_tone}`;
      return emojiNamed(inline.name + tone) ?? `:${inline.name}:`;
    }
    case "user":
      return `@${directory.user(inline.user_id)?.name ?? inline.user_id}`;
    case "channel":
      return `#${directory.room(inline.channel_id)?.name ?? inline.channel_id}`;
    case "usergroup":
      return `@${inline.usergroup_id}`;
    case "broadcast":
      return `@${inline.range}`;
    case "date":
      return inline.fallback ?? new Date(inline.timestamp * 1000).toISOString();
    case "color":
      return inline.value;
  }
}

function styled(text: string, style: Style, toMarkdown: (text: string) => string): string {
  if (text.trim() === "") return text;
  if (style?.code) return inlineCode(text);
  let markdown = toMarkdown(text);
  // Asterisks, because underscores emphasise nothing within a word.
  if (style?.italic) markdown = emphasise("*", markdown);
  if (style?.bold) markdown = emphasise("**", markdown);
  if (style?.strike) markdown = emphasise("~~", markdown);
  return markdown;
}
