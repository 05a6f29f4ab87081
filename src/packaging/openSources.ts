import { join, relative, sep } from "node:path";

// TypeScript 7 has no interface for programs yet.
import ts from "typescript-5.7";

/** The sources as the compiler sees them. */
export interface Sources {
  checker: ts.TypeChecker;
  /** By its path below the root. */
  file(path: string): ts.SourceFile;
  /** Every source file below the root that the program is made of. */
  paths: string[];
  /** What a file exports, by name. */
  exportsOf(path: string): Map<string, ts.Symbol>;
  emitDeclarations(): { path: string; text: string }[];
}

/** Opens everything that `entries` reach. */
export function openSources(root: string, entries: string[]): Sources {
  const program = ts.createProgram(
    entries.map((entry) => join(root, entry)),
    optionsOf(root),
  );
  const checker = program.getTypeChecker();
  const pathOf = (file: ts.SourceFile) => relative(root, file.fileName).split(sep).join("/");
  const files = new Map(
    program
      .getSourceFiles()
      .filter((file) => !file.isDeclarationFile)
      .map((file) => [pathOf(file), file]),
  );

  function file(path: string): ts.SourceFile {
    const found = files.get(path);
    if (found === undefined) throw new Error(`${path} is no part of the package.`);
    return found;
  }

  return {
    checker,
    file,
    paths: Array.from(files.keys()),
    exportsOf(path) {
      const module = checker.getSymbolAtLocation(file(path));
      const symbols = module === undefined ? [] : checker.getExportsOfModule(module);
      return new Map(symbols.map((symbol) => [symbol.name, symbol]));
    },
    emitDeclarations() {
      const emitted: { path: string; text: string }[] = [];
      program.emit(
        undefined,
        (_name, text, _mark, _onError, [from] = []) => {
          if (from !== undefined) emitted.push({ path: pathOf(from), text });
        },
        undefined,
        true,
      );
      return emitted;
    },
  };
}

function optionsOf(root: string): ts.CompilerOptions {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined };
  const config = ts.getParsedCommandLineOfConfigFile(join(root, "tsconfig.json"), {}, host);
  return { ...config?.options, noEmit: false, declaration: true, emitDeclarationOnly: true };
}
