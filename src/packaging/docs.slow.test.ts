import { join } from "node:path";

import ts from "typescript-5.7";
import { expect, it } from "vitest";

import { codeBlocks } from "./codeBlocks.ts";
import { eventsDocument } from "./eventsDocument.ts";
import { openSources } from "./openSources.ts";
import { TypePrinter } from "./typePrinter.ts";

const root = join(import.meta.dirname, "../..");

it("tells of every event, by its shape", async () => {
  const sources = openSources(root, ["src/shared/index.ts"]);
  const document = eventsDocument(sources, new TypePrinter(sources));
  // After a change on purpose: npx vitest run --project slow src/packaging/docs -u
  await expect(document).toMatchFileSnapshot("../../docs/events.md");
});

it("shows code that compiles", () => {
  const blocks = new Map(
    codeBlocks(root).map(({ path, line, kind, code }) => [
      join(root, `${path}.${line}.${kind}`),
      `${code}\nexport {};\n`,
    ]),
  );
  expect(blocks.size).toBeGreaterThan(0);
  expect(problemsOf(blocks)).toEqual([]);
});

function problemsOf(blocks: Map<string, string>): string[] {
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(root, "tsconfig.json"), (path) => ts.sys.readFile(path)).config,
    ts.sys,
    root,
  );
  const host = ts.createCompilerHost(options);
  const withBlocks: ts.CompilerHost = {
    ...host,
    readFile: (path) => blocks.get(path) ?? host.readFile(path),
    fileExists: (path) => blocks.has(path) || host.fileExists(path),
    getSourceFile: (path, ...rest) => {
      const code = blocks.get(path);
      return code === undefined
        ? host.getSourceFile(path, ...rest)
        : ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true);
    },
  };
  const program = ts.createProgram(Array.from(blocks.keys()), options, withBlocks);
  return Array.from(blocks.keys()).flatMap((path) => {
    const file = program.getSourceFile(path);
    return ts.getPreEmitDiagnostics(program, file).map(({ messageText }) => {
      return `${path.slice(root.length + 1)}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
    });
  });
}
