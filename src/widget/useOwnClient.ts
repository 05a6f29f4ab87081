import { useEffect, useRef, useState } from "react";
import type { SnugClient, TokenSource } from "../client/index.ts";
import { createSnugClient } from "../client/index.ts";

/** A client that is connected as long as the component is there. */
export function useOwnClient(url: string, token: TokenSource | undefined): SnugClient | null {
  const [client, setClient] = useState<SnugClient | null>(null);
  // A function is often written in place, a new one at every rendering: no reason to connect anew.
  const latest = useRef(token);
  useEffect(() => {
    latest.current = token;
  });
  const identity = typeof token === "function" ? "function" : token;

  useEffect(() => {
    const current = () =>
      typeof latest.current === "function" ? latest.current() : latest.current;
    const made = createSnugClient({
      url,
      ...(identity !== undefined && { token: async () => (await current()) ?? "" }),
    });
    setClient(made);
    // Whether it works shows in the connection's state.
    made.connect().catch(() => undefined);
    return () => void made.disconnect();
  }, [url, identity]);

  return client;
}
