import type { ElementContent, RootContent } from "hast";
import { describe, expect, it } from "vitest";
import { highlight } from "./highlight.ts";

describe("highlighting", () => {
  it("changes nothing of what the code says", () => {
    const code = 'const kettle = on("<tea>"); // 1\n';
    expect(textOf(highlight(code, "ts")?.children ?? [])).toBe(code);
  });

  it("knows a language by any of its names, in either case", () => {
    for (const name of ["ts", "TypeScript", "js", "py", "sh", "rs"]) {
      expect(highlight("x", name)).not.toBeNull();
    }
    expect(highlight("x", "no such language")).toBeNull();
  });
});

function textOf(nodes: readonly (RootContent | ElementContent)[]): string {
  return nodes
    .map((node) =>
      node.type === "text" ? node.value : node.type === "element" ? textOf(node.children) : "",
    )
    .join("");
}
