import { useSnapshot } from "../../react/index.ts";
import { ShellSkeleton } from "./ShellSkeleton.tsx";
import { useActivity } from "./useActivity.ts";
import { useConnected } from "./useConnected.ts";
import { Workspace } from "./Workspace.tsx";

/** The app behind the sign-in: connects, and shows the workspace as soon as there is one to show. */
export function WorkspaceRoutes() {
  useConnected();
  useActivity();
  return useSnapshot() ? <Workspace /> : <ShellSkeleton />;
}
