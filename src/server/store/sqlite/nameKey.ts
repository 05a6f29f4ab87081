/**
 * Names that look alike to a reader are the same name: without regard to case and to compatibility
 * forms (`ﬁ`, full width). Upper case, because it folds what lower case does not (`ß`, final sigma).
 */
export function nameKey(name: string): string {
  return name.normalize("NFKC").toUpperCase();
}
