import type { ReactNode } from "react";
import { createSnugClient } from "../../client/index.ts";
import { indexedDbStorage } from "../../client/indexedDb.ts";
import { SnugProvider } from "../../react/index.ts";
import { LightboxRegion } from "../ui/LightboxRegion.tsx";
import { ToastRegion } from "../ui/ToastRegion.tsx";

/** One client for the life of the page; it connects once the workspace is shown. */
const client = createSnugClient({ url: location.origin, storage: indexedDbStorage() });

/** What everything but signing in needs above it. */
export function Connected({ children }: { children: ReactNode }) {
  return (
    <SnugProvider client={client}>
      {children}
      <LightboxRegion />
      <ToastRegion />
    </SnugProvider>
  );
}
