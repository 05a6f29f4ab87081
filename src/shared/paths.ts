/** Addresses that the server hands out and the web app answers to. */

export function invitePath(token: string): string {
  return `/invite/${encodeURIComponent(token)}`;
}

/** Where other systems post to a room. */
export function incomingWebhookPath(secret: string): string {
  return `/hooks/${secret}`;
}

/** Of a one-time link, by which someone sets a password and is signed in. */
export function oneTimeLinkPath(token: string): string {
  return `/link/${encodeURIComponent(token)}`;
}

/** Of a link by which someone signed in lets another device of theirs in. */
export function deviceLinkPath(token: string): string {
  return `/device/${encodeURIComponent(token)}`;
}
