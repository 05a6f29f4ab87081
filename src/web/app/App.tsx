import { createSnugClient } from "../../client/index.ts";
import { SnugProvider } from "../../react/index.ts";
import { ToastRegion } from "../ui/ToastRegion.tsx";
import { TooltipProvider } from "../ui/Tooltip.tsx";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import { Routes } from "./Routes.tsx";

/** One client for the life of the page; it connects once someone is signed in. */
const client = createSnugClient({ url: location.origin });

export function App() {
  return (
    <ErrorBoundary>
      <SnugProvider client={client}>
        <TooltipProvider>
          <Routes />
          <ToastRegion />
        </TooltipProvider>
      </SnugProvider>
    </ErrorBoundary>
  );
}
