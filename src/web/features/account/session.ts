import { createTRPCClient, httpLink } from "@trpc/client";
import { useSyncExternalStore } from "react";
import type { AppRouter } from "../../../client/index.ts";
import type { SessionState } from "../../../shared/session.ts";

/**
 * Just enough of the API to sign in. The whole client, with its cache and its live side, comes with
 * the workspace, so that the first page stays small.
 */
export const sessionApi = createTRPCClient<AppRouter>({ links: [httpLink({ url: "/trpc" })] });

/** What is known of the session, as far as the server has answered. */
export interface KnownSession {
  data: SessionState | null;
  /** Of the last attempt; `null` once one succeeded. */
  error: unknown;
  /** Someone was signed in on this page, and is no longer. */
  ended: boolean;
}

let known: KnownSession = { data: null, error: null, ended: false };
let asked: Promise<void> | null = null;
const listeners = new Set<() => void>();

/** Who is signed in, and to what. Asks the server when nobody has yet. */
export function useSession(): KnownSession {
  return useSyncExternalStore(subscribe, () => known);
}

/** Asks again: after signing in, or when the server said that the session is over. */
export async function refreshSession(): Promise<void> {
  try {
    const data = await sessionApi.session.state.query();
    known = { data, error: null, ended: data.me === null && (known.ended || isSignedIn(known)) };
    rememberSignedIn(data.me !== null);
  } catch (error) {
    known = { ...known, error };
  }
  for (const listener of listeners) listener();
}

const signedInKey = "snug.signedIn";

/** Whether someone was signed in on this device when it last asked. */
export function wasSignedIn(): boolean {
  try {
    return localStorage.getItem(signedInKey) !== null;
  } catch {
    return false;
  }
}

function rememberSignedIn(signedIn: boolean): void {
  try {
    if (signedIn) localStorage.setItem(signedInKey, "yes");
    else localStorage.removeItem(signedInKey);
  } catch {
    // Storage may be closed to us; then the answer is waited for.
  }
}

function isSignedIn({ data }: KnownSession): boolean {
  return data !== null && data.me !== null;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  asked ??= refreshSession();
  return () => listeners.delete(listener);
}
