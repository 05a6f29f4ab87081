import type { Root } from "hast";
import { common, createLowlight } from "lowlight";

const lowlight = createLowlight(common);

/** The code's tree with its words told apart; `null` for a language that is not known. */
export function highlight(code: string, language: string): Root | null {
  const name = language.toLowerCase();
  return lowlight.registered(name) ? lowlight.highlight(name, code) : null;
}
