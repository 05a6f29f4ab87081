import type { ChosenPresence } from "../../shared/presence.ts";

/** What people say of how they are to be found; each choice may end by itself. */
export interface Statuses {
  /** Setting what is set writes nothing. */
  setPresence(userId: string, presence: ChosenPresence): Promise<void>;
  /** Of everyone who chose something else than `auto`. */
  chosenPresence(): Promise<(ChosenPresence & { userId: string })[]>;
  /** Takes away the custom statuses that are over at `now`, and what was chosen until then. */
  endStatuses(now: string): Promise<void>;
}
