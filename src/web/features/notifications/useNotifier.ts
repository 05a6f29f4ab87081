import { useEffect, useRef, useState } from "react";
import { useLocation } from "wouter";
import { useClient } from "../../../react/index.ts";
import { showsRoom } from "./looking.ts";
import { permission } from "./permission.ts";
import { notificationSettings } from "./settings.ts";

/**
 * Tells of messages for as long as the workspace is shown. Returns whether it is time to ask for the
 * permission to do so: when there was something to tell, and never before.
 */
export function useNotifier(currentRoomId: string | null): boolean {
  const client = useClient();
  const [, navigate] = useLocation();
  const open = useRef(navigate);
  const [untold, setUntold] = useState(false);
  useEffect(() => {
    open.current = navigate;
  });
  useEffect(() => showsRoom(currentRoomId), [currentRoomId]);
  useEffect(() => {
    let stop = () => {};
    let stopped = false;
    // What is to be told is told late enough for its code to come after the first screen.
    async function start(): Promise<void> {
      const { startNotifier } = await import("./notifier.ts");
      if (stopped) return;
      stop = startNotifier(client, {
        open: (path) => open.current(path),
        onUntold: () => setUntold(permission() === "default" && !notificationSettings().asked),
      });
    }
    start().catch(() => {
      // A page that cannot load its parts any more shows so where one looks.
    });
    return () => {
      stopped = true;
      stop();
    };
  }, [client]);
  return untold;
}
