import { useState } from "react";
import { useMe, usePresence } from "../../../react/index.ts";
import type { PresenceMode } from "../../../shared/presence.ts";

/**
 * What one chose to show. The server does not tell the choice apart from its effect, so until one
 * chooses here, what others see stands for it.
 */
export function usePresenceMode(): [PresenceMode, (mode: PresenceMode) => void] {
  const me = useMe();
  const shown = usePresence(me.id);
  const [chosen, setChosen] = useState<PresenceMode | null>(null);
  return [chosen ?? (shown === "dnd" ? "dnd" : "auto"), setChosen];
}
