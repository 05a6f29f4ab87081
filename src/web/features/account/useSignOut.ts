import { trpc } from "../../../react/index.ts";
import { signInPath } from "../../paths.ts";

/** Ends this device's session. A full page load then leaves nothing of it in memory. */
export function useSignOut() {
  return trpc.session.signOut.useMutation({
    onSuccess: () => window.location.assign(signInPath()),
  });
}
