import { useEffect } from "react";
import { errorDetails } from "../../client/index.ts";
import { useClient } from "../../react/index.ts";
import { refreshSession } from "../features/account/session.ts";

/** Keeps the client connected while the workspace is shown, and asks who one is when it is signed out. */
export function useConnected(): void {
  const client = useClient();
  useEffect(() => {
    const stop = client.on("connection", ({ status }) => {
      if (status === "signed-out") void refreshSession();
    });
    client.connect().catch((error: unknown) => {
      if (errorDetails(error).code === "UNAUTHENTICATED") void refreshSession();
    });
    return () => {
      stop();
      void client.disconnect();
    };
  }, [client]);
}
