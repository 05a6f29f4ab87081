import { z } from "zod";

import { emphasise, escapeText, joinBlocks, link } from "./markdown.ts";
import type { Directory } from "./mrkdwn.ts";
import { markdownFrom } from "./mrkdwn.ts";
import { listOf } from "./records.ts";
import { richTextFrom, richTextSchema } from "./richText.ts";

const textSchema = z.object({ type: z.enum(["mrkdwn", "plain_text"]), text: z.string() });
const imageSchema = z.object({
  type: z.literal("image"),
  image_url: z.string().optional(),
  alt_text: z.string().optional(),
  title: textSchema.optional(),
});
const buttonSchema = z.object({ text: textSchema, url: z.string() });

const blockSchema = z.discriminatedUnion("type", [
  richTextSchema,
  imageSchema,
  z.object({ type: z.literal("header"), text: textSchema }),
  z.object({
    type: z.literal("section"),
    text: textSchema.optional(),
    fields: listOf(textSchema),
    accessory: buttonSchema.optional().catch(undefined),
  }),
  z.object({ type: z.literal("context"), elements: listOf(z.union([textSchema, imageSchema])) }),
  z.object({ type: z.literal("markdown"), text: z.string() }),
  // Only buttons that lead somewhere still do so here.
  z.object({ type: z.literal("actions"), elements: listOf(buttonSchema) }),
  z.object({ type: z.literal("divider") }),
]);
type Block = z.infer<typeof blockSchema>;

/**
 * Blocks as Markdown; `undefined` when there is one that is not known here, for then the message's plain
 * text says more.
 */
export function markdownFromBlocks(blocks: unknown[], directory: Directory): string | undefined {
  const known = z.array(blockSchema).safeParse(blocks);
  if (!known.success) return undefined;
  return joinBlocks(known.data.map((block) => fromBlock(block, directory)));
}

function fromBlock(block: Block, directory: Directory): string | undefined {
  switch (block.type) {
    case "rich_text":
      return richTextFrom(block, directory);
    case "header":
      return emphasise("**", fromText(block.text, directory));
    case "section": {
      const fields = block.fields.map((field) => fromText(field, directory));
      const text = block.text && fromText(block.text, directory);
      return joinBlocks([text, ...fields, block.accessory && fromButton(block.accessory)]);
    }
    case "context":
      return block.elements
        .map((item) => (item.type === "image" ? item.alt_text : fromText(item, directory)))
        .join(" ");
    case "image":
      return fromImage(block);
    case "actions":
      return block.elements.map(fromButton).join(" · ");
    case "markdown":
      return block.text;
    case "divider":
      return "---";
  }
}

function fromText({ type, text }: z.infer<typeof textSchema>, directory: Directory): string {
  return type === "mrkdwn" ? markdownFrom(text, directory) : escapeText(text);
}

function fromImage({ image_url, alt_text, title }: z.infer<typeof imageSchema>) {
  const label = title?.text ?? alt_text;
  return image_url === undefined ? label : link(image_url, label);
}

function fromButton({ url, text }: z.infer<typeof buttonSchema>): string {
  return link(url, text.text);
}
