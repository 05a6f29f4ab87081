import { useLocation, useSearchParams } from "wouter";
import type { SignedIn } from "../../../shared/session.ts";
import { trpc } from "../../../react/index.ts";
import { roomPath } from "../../paths.ts";

/** Takes someone who has just been signed in to where they wanted to go, else to their first room. */
export function useLanding(): (signedIn: SignedIn) => Promise<void> {
  const utils = trpc.useUtils();
  const [, navigate] = useLocation();
  const [search] = useSearchParams();
  return async ({ firstRoomId }) => {
    await utils.session.state.invalidate();
    // The cache tells React in a timer of its own. Before that the routes take one for a stranger, and
    // would send one back from wherever this leads.
    await new Promise((resolve) => setTimeout(resolve));
    const first = firstRoomId === null ? "/" : roomPath(firstRoomId);
    navigate(ownPath(search.get("next")) ?? first, { replace: true });
  };
}

/** A path of this app: a link to the sign-in page must not be able to lead somewhere else. */
function ownPath(next: string | null): string | null {
  return next && /^\/(?![/\\])/.test(next) ? next : null;
}
