import { createContext, useContext } from "react";
import type { SnugClient } from "../client/index.ts";

export const ClientContext = createContext<SnugClient | null>(null);

/** The client that the nearest `SnugProvider` was given. */
export function useClient(): SnugClient {
  const client = useContext(ClientContext);
  if (client === null) throw new Error("Snug's hooks work below a SnugProvider only.");
  return client;
}
