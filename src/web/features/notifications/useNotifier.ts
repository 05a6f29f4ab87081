import { useEffect, useRef, useState } from "react";
import { useLocation } from "wouter";
import type { LogEventOf } from "../../../shared/events.ts";
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
    // The code comes after the first screen; what is said until then is told once it is here.
    const early: LogEventOf<"message.created">[] = [];
    let stop = client.on("message.created", (event) => early.push(event));
    let stopped = false;
    async function start(): Promise<void> {
      const { startNotifier } = await import("./notifier.ts");
      if (stopped) return;
      stop();
      stop = startNotifier(client, {
        early,
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
