import { expect, it } from "vitest";
import { pastedFiles } from "./pastedFiles.ts";

it.each([
  ["a screenshot", "", ["image.png"], 1],
  ["files of a file manager", "/home/ada/a.pdf\n/home/ada/b.pdf", ["a.pdf", "b.pdf"], 2],
  ["cells of a spreadsheet", "1\t2", ["image.png"], 0],
  ["words", "Hello", [], 0],
])("of %s", (_what, text, names, count) => {
  const files = names.map((name) => new File(["x"], name));
  const list = Object.assign(files, { item: (at: number) => files[at] ?? null });
  expect(pastedFiles({ files: list, getData: () => text })).toHaveLength(count);
});
