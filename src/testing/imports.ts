import { parseSync, Visitor } from "vite";

export interface Import {
  /** What stands between the quotes. */
  specifier: string;
  /** Erased before the code runs. `import { type A }` is not: it still loads the module. */
  typeOnly: boolean;
}

/** What a TypeScript file imports and re-exports, statically, lazily and in types. */
export function importsOf(file: string, source: string): Import[] {
  const { program, errors } = parseSync(file, source);
  if (errors[0] !== undefined) throw new Error(`${file} does not parse: ${errors[0].message}`);

  const imports: Import[] = [];
  function found(specifier: unknown, typeOnly: boolean): void {
    if (typeof specifier === "string") imports.push({ specifier, typeOnly });
  }
  new Visitor({
    ImportDeclaration: (node) => found(node.source.value, node.importKind === "type"),
    ExportAllDeclaration: (node) => found(node.source.value, node.exportKind === "type"),
    ExportNamedDeclaration: (node) => found(node.source?.value, node.exportKind === "type"),
    ImportExpression: (node) => {
      found(node.source.type === "Literal" ? node.source.value : undefined, false);
    },
    TSImportType: (node) => found(node.source.value, true),
  }).visit(program);
  return imports;
}
