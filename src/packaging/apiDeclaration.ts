import type ts from "typescript-5.7";

import { importsFor } from "./importsFor.ts";
import type { Sources } from "./openSources.ts";
import type { TypePrinter } from "./typePrinter.ts";

const path = "src/server/router.ts";

const kinds: Record<string, string> = {
  query: "TRPCQueryProcedure",
  mutation: "TRPCMutationProcedure",
  subscription: "TRPCSubscriptionProcedure",
};

/** The type of the server's router: its procedures' inputs and outputs, and nothing of its context. */
export function apiDeclaration(sources: Sources, printer: TypePrinter): string {
  const { checker } = sources;
  const router = sources.exportsOf(path).get("AppRouter");
  if (router === undefined) throw new Error(`${path} does not export AppRouter.`);
  const definition = fieldOf(checker.getDeclaredTypeOfSymbol(router), "_def");
  const procedures = printRecord(fieldOf(definition, "record"));
  const errorShape = printer.print(
    fieldOf(fieldOf(fieldOf(definition, "_config"), "$types"), "errorShape"),
  );
  const body = `/** What a procedure takes and gives. */
interface Definition<Input, Output> {
  /** What one passes. */
  input: Input;
  /** What comes of it. */
  output: Output;
  /** For the server alone. */
  meta: object;
  /** What a failed call carries. */
  errorShape: ErrorShape;
}

/** How a failure travels; \`errorDetails\` takes what matters out of it. */
type ErrorShape = ${errorShape};

type Procedures = ${procedures};

/** Every procedure of the server. */
export type AppRouter = TRPCBuiltRouter<
  {
    /** For the server alone. */
    ctx: object;
    /** For the server alone. */
    meta: object;
    /** What a failed call carries. */
    errorShape: ErrorShape;
    /** Plain JSON travels. */
    transformer: false;
  },
  Procedures
>;
`;
  const trpc = ["TRPCBuiltRouter", ...Object.values(kinds)].join(", ");
  return `import type { ${trpc} } from "@trpc/server";
${importsFor(body, { printer, from: path })}
${body}`;

  function printRecord(record: ts.Type): string {
    const fields = record.getProperties().map((property) => {
      const type = checker.getTypeOfSymbol(property);
      const isProcedure = type.getProperty("_def") !== undefined;
      const printed = isProcedure ? printProcedure(type) : printRecord(type);
      return `${printer.commentOf(property)}${property.name}: ${printed};`;
    });
    return `{\n${indented(fields.join("\n"))}\n}`;
  }

  function printProcedure(type: ts.Type): string {
    const definition = fieldOf(type, "_def");
    const kind = fieldOf(definition, "type");
    const name = kind.isStringLiteral() ? kinds[kind.value] : undefined;
    if (name === undefined) throw new Error("A procedure of an unknown kind.");
    const types = fieldOf(definition, "$types");
    const input = printer.print(fieldOf(types, "input"));
    const output = printer.print(fieldOf(types, "output"));
    return `${name}<Definition<${input}, ${output}>>`;
  }

  function fieldOf(type: ts.Type, name: string): ts.Type {
    const field = type.getProperty(name);
    if (field === undefined) throw new Error(`${checker.typeToString(type)} has no ${name}.`);
    return checker.getTypeOfSymbol(field);
  }
}

function indented(text: string): string {
  return text
    .split("\n")
    .map((line) => `  ${line}`)
    .join("\n");
}
