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
  if (isPlain(body)) return plainRoot(body);
  const known = remembered.get(body);
  if (known) return known;
  const root = parseMarkdown(body);
  const oldest = remembered.keys().next().value;
  if (remembered.size >= rememberedBodies && oldest !== undefined) remembered.delete(oldest);
  remembered.set(body, root);
  return root;
}

/** What the parser makes of a body. */
export function parseMarkdown(body: string): Root {
  return fromMarkdown(body, { extensions, mdastExtensions });
}

/** One line that neither begins as a block does nor has a character that Markdown or links are made of. */
const plainLine =
  /^(?![-+=#]|\d+[.)])[^\s\0\\`*_~[\]<>&@|](?:[^\t\n\r\0\\`*_~[\]<>&@|]*[^\s\0\\`*_~[\]<>&@|])?$/;
const link = /:\/\/|www\./i;

/** Most of what is said: the parser would find words in it, and nothing else. */
function isPlain(body: string): boolean {
  return plainLine.test(body) && !link.test(body);
}

function plainRoot(value: string): Root {
  return {
    type: "root",
    children: [{ type: "paragraph", children: [{ type: "text", value }] }],
  };
}
