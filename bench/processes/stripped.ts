import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";

/**
 * A TypeScript file that imports nothing but Node's own as plain JavaScript, for `--import`. A process that
 * has to strip types by itself takes time and memory for it, and both are measured.
 */
export function stripped(file: string): string {
  const source = stripTypeScriptTypes(readFileSync(file, "utf8"));
  return `data:text/javascript,${encodeURIComponent(source)}`;
}
