import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, isAbsolute, join } from "node:path";

import type { Plugin } from "rolldown";
import { rolldown } from "rolldown";
import { dts } from "rolldown-plugin-dts";

import { apiDeclaration } from "./apiDeclaration.ts";
import { entries } from "./entries.ts";
import { glossary } from "./glossary.ts";
import { openSources } from "./openSources.ts";
import { sharedDeclaration } from "./sharedDeclaration.ts";
import { TypePrinter } from "./typePrinter.ts";

interface Places {
  root: string;
  outDir: string;
}

/**
 * Leaves the package's declarations beside its code.
 *
 * As the compiler writes them, they would be the server's too: the router's type is inferred from its
 * procedures, and drags along their context, the services, the store and its tables. And every type of
 * `shared` would be a riddle of zod's. So both are written out: procedures by their inputs and outputs, and
 * the types of `shared` by their fields. The rest is rolled up as the compiler wrote it.
 */
export function declarations({ root, outDir }: Places): Plugin {
  return {
    name: "snug:declarations",
    async writeBundle() {
      const loose = join(outDir, "declarations");
      try {
        await writeLoose(root, loose);
        await rollUp(loose, outDir);
      } finally {
        await rm(loose, { recursive: true, force: true });
      }
    },
  };
}

/** One declaration per source file. */
async function writeLoose(root: string, folder: string): Promise<void> {
  const sources = openSources(root, [
    ...entries.map(({ source }) => source),
    "src/server/router.ts",
  ]);
  const printer = new TypePrinter(sources, glossary);
  for (const { path, text } of sources.emitDeclarations()) {
    const file = join(folder, declarationOf(path));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, withPlainSpecifiers(rewritten(path, text)));
  }

  function rewritten(path: string, text: string): string {
    if (path === "src/server/router.ts") return apiDeclaration(sources, printer);
    return path.startsWith("src/shared/")
      ? sharedDeclaration({ sources, printer, path, text })
      : text;
  }
}

/** `./rooms.ts` names a source, and what stands here are declarations. */
function withPlainSpecifiers(text: string): string {
  return text.replace(/(["']\.{1,2}\/[^"']*)\.tsx?(["'])/g, "$1.js$2");
}

async function rollUp(loose: string, outDir: string): Promise<void> {
  const inNode = entries.filter(({ runsIn }) => runsIn === "node");
  const elsewhere = entries.filter(({ runsIn }) => runsIn !== "node");
  // Apart, so that nothing that a page imports mentions a file of the server's.
  for (const together of [inNode, elsewhere]) {
    const bundle = await rolldown({
      input: Object.fromEntries(
        together.map(({ name, source }) => [name, join(loose, declarationOf(source))]),
      ),
      external: (id) => !/^[./]|^@trpc\/react-query/.test(id) && !isAbsolute(id),
      plugins: [dts({ dtsOnly: true, generator: "oxc", tsconfig: false })],
      // What the server imports of our schemas is not there, and none of it is left in the end.
      checks: { importIsUndefined: false },
      logLevel: "warn",
    });
    await bundle.write({ dir: outDir, format: "es", chunkFileNames: "[name].ts" });
    await bundle.close();
  }
}

function declarationOf(source: string): string {
  return source.replace(/\.tsx?$/, ".d.ts");
}
