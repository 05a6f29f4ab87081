import { posix } from "node:path";

import type { TypePrinter } from "./typePrinter.ts";

interface Place {
  printer: TypePrinter;
  /** The file that they are for. */
  from: string;
}

/** Imports of the shared types that a text mentions and another file declares. */
export function importsFor(text: string, { printer, from }: Place): string {
  const words = new Set(text.match(/\b[A-Z]\w*\b/g));
  const lines = Array.from(words).flatMap((name) => {
    const home = printer.homeOf(name);
    if (home === undefined || home === from) return [];
    const path = posix.relative(posix.dirname(from), home);
    return [`import type { ${name} } from "${path.startsWith(".") ? path : `./${path}`}";\n`];
  });
  return lines.join("");
}
