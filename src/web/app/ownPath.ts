/** A path of this app, or nothing: a link to the sign-in page must not lead anywhere else. */
export function ownPath(next: string | null): string | null {
  return next && /^\/(?![/\\])/.test(next) ? next : null;
}
