import type { Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmAutolinkLiteralFromMarkdown } from "mdast-util-gfm-autolink-literal";
import { gfmStrikethroughFromMarkdown } from "mdast-util-gfm-strikethrough";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTaskListItemFromMarkdown } from "mdast-util-gfm-task-list-item";
import { gfmAutolinkLiteral } from "micromark-extension-gfm-autolink-literal";
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough";
import { gfmTable } from "micromark-extension-gfm-table";
import { gfmTaskListItem } from "micromark-extension-gfm-task-list-item";

/**
 * What documents need and chat does not: without these, `<!room>` would be an HTML declaration, four
 * spaces would be code, and a line of dashes would turn the line above it into a heading.
 */
const disabled = [
  "htmlFlow",
  "htmlText",
  "codeIndented",
  "setextUnderline",
  "definition",
  "labelStartImage",
];

/** What GitHub's Markdown has beyond CommonMark, but footnotes. */
const extensions = [
  gfmAutolinkLiteral(),
  gfmStrikethrough({ singleTilde: false }),
  gfmTable(),
  gfmTaskListItem(),
  { disable: { null: disabled } },
];
const mdastExtensions = [
  gfmAutolinkLiteralFromMarkdown(),
  gfmStrikethroughFromMarkdown(),
  gfmTableFromMarkdown(),
  gfmTaskListItemFromMarkdown(),
];

const remembered = new Map<string, Root>();
const rememberedBodies = 500;

/** The body's tree. Parsing is the dear part of drawing a message, so the latest trees are kept. */
export function parseBody(body: string): Root {
  const known = remembered.get(body);
  if (known) return known;
  const root = fromMarkdown(body, { extensions, mdastExtensions });
  const oldest = remembered.keys().next().value;
  if (remembered.size >= rememberedBodies && oldest !== undefined) remembered.delete(oldest);
  remembered.set(body, root);
  return root;
}
