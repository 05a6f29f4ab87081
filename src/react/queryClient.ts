import { QueryClient } from "@tanstack/react-query";
import { errorDetails } from "../client/index.ts";

/** A query cache that suits a server of one's own. */
export function createSnugQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // A server on this machine or network can be reached though the browser says it is offline.
        networkMode: "always",
        refetchOnWindowFocus: false,
        retry: (failures, error) => failures < 5 && errorDetails(error).code === "UNAVAILABLE",
      },
      mutations: { networkMode: "always" },
    },
  });
}
