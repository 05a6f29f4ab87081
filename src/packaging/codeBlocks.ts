import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface CodeBlock {
  /** The document that it stands in, and where. */
  path: string;
  line: number;
  kind: "ts" | "tsx";
  code: string;
}

/** Every TypeScript block of the documents. */
export function codeBlocks(root: string): CodeBlock[] {
  const documents = readdirSync(join(root, "docs")).filter((name) => name.endsWith(".md"));
  return ["README.md", ...documents.map((name) => join("docs", name))].flatMap((path) => {
    const text = readFileSync(join(root, path), "utf8");
    return Array.from(
      text.matchAll(/^```(tsx?)\n([^]*?)^```$/gm),
      ({ index, 1: kind, 2: code = "" }) => {
        const line = text.slice(0, index).split("\n").length;
        return { path, line, kind: kind === "tsx" ? "tsx" : "ts", code };
      },
    );
  });
}
