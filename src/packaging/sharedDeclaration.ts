import ts from "typescript-5.7";

import type { Sources } from "./openSources.ts";
import type { TypePrinter } from "./typePrinter.ts";
import { importsFor } from "./importsFor.ts";

interface SharedFile {
  sources: Sources;
  printer: TypePrinter;
  path: string;
  /** Its declaration as the compiler wrote it. */
  text: string;
}

/** A file of `shared` without its schemas, and with the types that are inferred from them written out. */
export function sharedDeclaration({ sources, printer, path, text }: SharedFile): string {
  const emitted = ts.createSourceFile("emitted.d.ts", text, ts.ScriptTarget.Latest, true);
  const exported = sources.exportsOf(path);
  const statements = emitted.statements.flatMap((statement) => {
    const written = statement.getFullText(emitted).trim();
    if (ts.isImportDeclaration(statement)) return [];
    if (ts.isTypeAliasDeclaration(statement) && /\btypeof\b/.test(written)) {
      const { text: name } = statement.name;
      const symbol = exported.get(name);
      return symbol === undefined ? [] : [writtenOut(name, symbol)];
    }
    const isValue = ts.isVariableStatement(statement) || ts.isFunctionDeclaration(statement);
    return isValue || mentionsZod(written) ? [] : [written];
  });
  const declared = statements.join("\n\n");
  return `${importsFor(declared, { printer, from: path })}${declared}\n\nexport {};\n`;

  function writtenOut(name: string, symbol: ts.Symbol): string {
    const type = printer.printOut(sources.checker.getDeclaredTypeOfSymbol(symbol));
    return `${commentFor(name, symbol)}export type ${name} = ${type};`;
  }

  /** It often stands above the schema. */
  function commentFor(name: string, symbol: ts.Symbol): string {
    const schema = exported.get(`${name.charAt(0).toLowerCase()}${name.slice(1)}Schema`);
    const own = printer.commentOf(symbol);
    return own !== "" || schema === undefined ? own : printer.commentOf(schema);
  }
}

function mentionsZod(statement: string): boolean {
  return /\bz(?:\.core)?\.\w/.test(statement);
}
