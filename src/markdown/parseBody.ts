import type { Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";

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
  "gfmFootnoteDefinition",
  "gfmFootnoteCall",
  "gfmPotentialFootnoteCall",
];

const extensions = [gfm({ singleTilde: false }), { disable: { null: disabled } }];
const mdastExtensions = [gfmFromMarkdown()];

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
