import { useLocation, useSearchParams } from "wouter";
import type { SignedIn } from "../../../shared/session.ts";
import { roomPath } from "../../paths.ts";
import { refreshSession } from "./session.ts";

/** Takes someone who has just been signed in to where they wanted to go, else to their first room. */
export function useLanding(): (signedIn: SignedIn) => Promise<void> {
  const [, navigate] = useLocation();
  const [search] = useSearchParams();
  return async ({ firstRoomId }) => {
    await refreshSession();
    const first = firstRoomId === null ? "/" : roomPath(firstRoomId);
    navigate(ownPath(search.get("next")) ?? first, { replace: true });
  };
}

/** A path of this app: a link to the sign-in page must not be able to lead somewhere else. */
function ownPath(next: string | null): string | null {
  return next && /^\/(?![/\\])/.test(next) ? next : null;
}
