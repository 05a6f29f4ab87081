import { SnugError } from "../../shared/errors.ts";
import type { Connections } from "./connections.ts";
import type { Mailbox } from "./mailbox.ts";
import type { Viewer } from "./port.ts";

/** Whoever reads a mailbox, and for how long. */
export interface Reader {
  viewer: Viewer;
  signal: AbortSignal;
}

/**
 * Ends the mailbox when the reader goes, and with `UNAUTHENTICATED` when their session does [RT7].
 * Returns how to stop watching for that.
 */
export function endWithReader<Item>(
  inbox: Mailbox<Item>,
  { viewer, signal }: Reader,
  connections: Connections,
): () => void {
  const untrack = connections.track(viewer, (reason) =>
    inbox.end(reason === "revoked" ? signedOut() : null),
  );
  const abort = () => inbox.end();
  signal.addEventListener("abort", abort, { once: true });
  if (signal.aborted) abort();
  return () => {
    signal.removeEventListener("abort", abort);
    untrack();
  };
}

function signedOut(): SnugError {
  return new SnugError("UNAUTHENTICATED", "This session has ended. Sign in again.");
}
