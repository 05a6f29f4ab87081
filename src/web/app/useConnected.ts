import { useEffect } from "react";
import { errorDetails } from "../../client/index.ts";
import { trpc, useClient } from "../../react/index.ts";

/** Keeps the client connected while the workspace is shown, and asks who one is when it is signed out. */
export function useConnected(): void {
  const client = useClient();
  const utils = trpc.useUtils();
  useEffect(() => {
    const askAgain = () => void utils.session.state.invalidate();
    const stop = client.on("connection", ({ status }) => {
      if (status === "signed-out") askAgain();
    });
    client.connect().catch((error: unknown) => {
      if (errorDetails(error).code === "UNAUTHENTICATED") askAgain();
    });
    return () => {
      stop();
      void client.disconnect();
    };
  }, [client, utils]);
}
