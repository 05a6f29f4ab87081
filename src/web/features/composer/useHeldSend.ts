import { useEffect, useEffectEvent, useState } from "react";
import type { UploadTray } from "../../../react/index.ts";
import { isUnderWay } from "./uploadWords.ts";

interface HeldSend {
  tray: UploadTray;
  /** Whether there is something that can be sent. */
  ready: boolean;
  send: () => void;
}

/** Sends at once, or when the last file is there. When one fails, nothing is sent without it. */
export function useHeldSend({ tray, ready, send }: HeldSend) {
  const [held, setHeld] = useState(false);

  const finish = useEffectEvent(() => {
    setHeld(false);
    if (ready && tray.current().every(({ status }) => status === "done")) send();
  });

  useEffect(() => {
    if (!held) return;
    function look() {
      if (tray.current().some(isUnderWay)) return;
      // Sending empties the tray, which is not to be heard here again.
      end();
      finish();
    }
    function end() {
      stop();
      clearTimeout(timer);
    }
    const stop = tray.subscribe(look);
    // The last one may have come before we listened.
    const timer = setTimeout(look);
    return end;
  }, [held, tray]);

  return {
    held,
    release: () => setHeld(false),
    submit: () => {
      if (!ready) return;
      if (tray.current().some(isUnderWay)) setHeld(true);
      else send();
    },
  };
}
