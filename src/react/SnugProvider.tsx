import type { QueryClient } from "@tanstack/react-query";
import { QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useLayoutEffect, useState } from "react";
import type { SnugClient } from "../client/index.ts";
import { bindCache, prepareCache } from "./cacheBinding.ts";
import { ClientContext } from "./clientContext.ts";
import { createSnugQueryClient } from "./queryClient.ts";
import { trpc } from "./trpc.ts";

/** The client that the hooks below work with. */
export interface SnugProviderProps {
  /** Connected or not; connecting and disconnecting stay with whoever made it. */
  client: SnugClient;
  /** One for this client alone: another user's snapshot empties it. Made by `createSnugQueryClient` if absent. */
  queryClient?: QueryClient;
  /** What uses the hooks. */
  children: ReactNode;
}

/** What every hook of Snug needs above it. */
export function SnugProvider({ client, queryClient, children }: SnugProviderProps): ReactNode {
  const [cache] = useState(() => {
    const made = queryClient ?? createSnugQueryClient();
    prepareCache(client, made);
    return made;
  });

  // Before any query of a child starts: those start in passive effects.
  useLayoutEffect(() => bindCache(client, cache), [client, cache]);

  return (
    <ClientContext value={client}>
      <trpc.Provider client={client.api} queryClient={cache}>
        <QueryClientProvider client={cache}>{children}</QueryClientProvider>
      </trpc.Provider>
    </ClientContext>
  );
}
