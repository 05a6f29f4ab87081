const protocols = new Set(["http:", "https:", "mailto:", "tel:"]);

/** The address if following it can only open a page, a mail or a call; `null` for anything else. */
export function safeUrl(url: string): string | null {
  try {
    return protocols.has(new URL(url).protocol) ? url : null;
  } catch {
    // Without a protocol it would be relative to this app: no address that someone meant to share.
    return null;
  }
}
