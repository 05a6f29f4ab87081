import { lazy, Suspense, useSyncExternalStore } from "react";
import { closeLightbox, currentViewing, subscribeToLightbox } from "./lightbox.ts";

const Lightbox = lazy(async () => ({ default: (await import("./Lightbox.tsx")).Lightbox }));

/** Mount once in the app: what is viewed stays when the list that it was opened from moves on. */
export function LightboxRegion() {
  const viewing = useSyncExternalStore(subscribeToLightbox, currentViewing);
  return <Suspense>{viewing && <Lightbox {...viewing} onClose={closeLightbox} />}</Suspense>;
}
