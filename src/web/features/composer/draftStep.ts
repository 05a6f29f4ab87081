/** One draft as three places have it. */
export interface DraftCopies {
  /** In the composer. */
  here: string;
  /** What this device last knew all devices to have. */
  saved: string;
  /** What the server says. */
  there: string;
  /** Whether the server says so after our last save. */
  isFresh: boolean;
}

/**
 * What brings them together: `take` what another device wrote, `save` what was written here, or `note` that
 * they agree. What was written here since it was last saved is never replaced, however new the other is.
 */
export function draftStep(copies: DraftCopies): "take" | "save" | "note" | null {
  const { here, saved, there, isFresh } = copies;
  if (here === there) return here === saved ? null : "note";
  if (here !== saved) return "save";
  return isFresh ? "take" : null;
}
