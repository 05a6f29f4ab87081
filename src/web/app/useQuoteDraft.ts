import { useCallback } from "react";
import { useDraft, writeDraft } from "../features/composer/drafts.ts";

interface QuoteDraft {
  quotedId: string | null;
  clear: () => void;
}

/** The message that one is about to answer: part of the draft, and kept like it. */
export function useQuoteDraft(draftScope: string): QuoteDraft {
  const [quotedId] = useDraft(quoteScope(draftScope));
  const clear = useCallback(() => writeDraft(quoteScope(draftScope), ""), [draftScope]);
  return { quotedId: quotedId === "" ? null : quotedId, clear };
}

export function startQuote(draftScope: string, messageId: string): void {
  writeDraft(quoteScope(draftScope), messageId);
}

function quoteScope(draftScope: string): string {
  return `${draftScope}.quote`;
}
