// Apart from the schemas, so that a page that shows an emoji need not load what checks them.

/** The name in `:name:`; `null` for what is not of that form. */
export function customNameIn(emoji: string): string | null {
  return /^:([a-z0-9][a-z0-9_+-]{1,31}):$/.exec(emoji)?.[1] ?? null;
}
