import ts from "typescript-5.7";

import type { Sources } from "./openSources.ts";

/** Writes types out: by their name where `shared` has one for them, else by what they are made of. */
export class TypePrinter {
  readonly #checker: ts.TypeChecker;
  /** The compiler makes equal types of the same origin one object. */
  readonly #names = new Map<ts.Type, string>();
  readonly #homes = new Map<string, string>();
  readonly #glossary: Readonly<Record<string, string>>;

  /** `glossary` says what fields are that say nothing of themselves, by name. */
  constructor(sources: Sources, glossary: Readonly<Record<string, string>> = {}) {
    this.#checker = sources.checker;
    this.#glossary = glossary;
    for (const path of sources.paths.filter((path) => path.startsWith("src/shared/"))) {
      for (const [name, symbol] of sources.exportsOf(path)) {
        if (!(symbol.flags & (ts.SymbolFlags.TypeAlias | ts.SymbolFlags.Interface))) continue;
        if (this.#homes.has(name)) continue;
        this.#homes.set(name, path);
        const type = this.#checker.getDeclaredTypeOfSymbol(symbol);
        if (!this.#names.has(type)) this.#names.set(type, name);
      }
    }
  }

  /** Which file of `shared` a name comes from. */
  homeOf(name: string): string | undefined {
    return this.#homes.get(name);
  }

  print(type: ts.Type): string {
    return this.#names.get(type) ?? this.printOut(type);
  }

  /** Without the name that the type itself may have. */
  printOut(type: ts.Type): string {
    if (type.isUnion()) return this.#printUnion(type);
    if (this.#checker.isArrayType(type)) return this.#printArray(type);
    if (!(type.flags & ts.TypeFlags.Object)) return this.#checker.typeToString(type);
    return this.#printGlobal(type) ?? this.#printObject(type);
  }

  #printUnion(union: ts.UnionType): string {
    const named = this.#printNamedOrNull(union);
    if (named !== null) return named;
    const isBoolean = ({ flags }: ts.Type) => flags & ts.TypeFlags.BooleanLiteral;
    const printed = union.types.filter((type) => !isBoolean(type)).map((type) => this.print(type));
    const booleans = union.types.filter(isBoolean).map((type) => this.print(type));
    return [...(booleans.length === 2 ? ["boolean"] : booleans), ...printed]
      .toSorted((one, other) => rank(one) - rank(other))
      .join(" | ");
  }

  /** `Role | null` is one flat union to the compiler. */
  #printNamedOrNull(union: ts.UnionType): string | null {
    const rest = this.#checker.getNonNullableType(union);
    const name = this.#names.get(rest);
    if (rest === union || name === undefined) return null;
    const added = union.types
      .filter(({ flags }) => flags & nothing)
      .map((type) => this.print(type));
    return [name, ...added].join(" | ");
  }

  #printArray(type: ts.Type): string {
    const element = this.#checker.getIndexTypeOfType(type, ts.IndexKind.Number);
    if (element === undefined) throw new Error("An array without elements.");
    const printed = this.print(element);
    const readonly = type.symbol.name === "ReadonlyArray" ? "readonly " : "";
    return `${readonly}${/^[\w.]+$/.test(printed) ? printed : `(${printed})`}[]`;
  }

  /** A type of the language itself, such as `AsyncIterable`. */
  #printGlobal(type: ts.Type): string | null {
    const [declaration] = type.symbol.declarations ?? [];
    if (!declaration?.getSourceFile().fileName.includes("/typescript-5.7/lib/")) return null;
    const { name } = type.symbol;
    if (name === "__type") return null;
    const [item] = isReference(type) ? this.#checker.getTypeArguments(type) : [];
    return item === undefined ? name : `${name}<${this.print(item)}>`;
  }

  #printObject(type: ts.Type): string {
    if (type.getCallSignatures().length > 0) {
      throw new Error(`A function cannot travel: ${this.#checker.typeToString(type)}`);
    }
    const fields = type.getProperties().map((property) => this.#printField(property));
    const indexes = this.#checker
      .getIndexInfosOfType(type)
      .map(({ keyType, type }) => `[key: ${this.print(keyType)}]: ${this.print(type)};`);
    const lines = [...fields, ...indexes].flatMap((field) => field.split("\n"));
    return lines.length === 0 ? "{}" : `{\n${lines.map((line) => `  ${line}`).join("\n")}\n}`;
  }

  #printField(property: ts.Symbol): string {
    const optional = (property.flags & ts.SymbolFlags.Optional) !== 0;
    const declared = this.#checker.getTypeOfSymbol(property);
    const printed = optional
      ? this.print(declared)
          .split(" | ")
          .filter((part) => part !== "undefined")
          .join(" | ")
      : this.print(declared);
    const comment = this.commentOf(property) || commentWith(this.#glossary[property.name] ?? "");
    return `${comment}${property.name}${optional ? "?" : ""}: ${printed};`;
  }

  /** With the line's end; empty without one. */
  commentOf(symbol: ts.Symbol): string {
    return commentWith(
      ts.displayPartsToString(symbol.getDocumentationComment(this.#checker)).trim(),
    );
  }
}

function commentWith(text: string): string {
  if (text === "") return "";
  const lines = text.split("\n");
  if (lines.length === 1) return `/** ${text} */\n`;
  return `/**\n${lines.map((line) => ` * ${line}`).join("\n")}\n */\n`;
}

function isReference(type: ts.Type): type is ts.TypeReference {
  return "target" in type;
}

const nothing = ts.TypeFlags.Null | ts.TypeFlags.Undefined;

/** What may be missing stands last. */
function rank(printed: string): number {
  return ["null", "undefined"].indexOf(printed);
}
