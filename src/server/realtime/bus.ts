/**
 * [RT8] Carries ephemeral changes between the instances of one workspace. Best effort: a message reaches
 * every instance, the one that sent it included, in the order in which that one sent it, or is lost.
 */
export interface Bus extends AsyncDisposable {
  publish(message: BusMessage): void;
  /** Returns how to stop listening. */
  subscribe(listener: (message: BusMessage) => void): () => void;
}

/** How present someone is by their devices, before the mode they chose. */
export type Level = "online" | "away" | "offline";

/** `instance` names the process that speaks, for as long as it runs. */
export type BusMessage =
  | { type: "level"; instance: string; userId: string; level: Level }
  /** Everyone who is not offline at this instance. Said at its start and again and again, as its lease. */
  | { type: "roster"; instance: string; levels: Record<string, Level> }
  /** Settles what the instance said, at once rather than when its lease ends. */
  | { type: "gone"; instance: string }
  | { type: "typing"; userId: string; roomId: string; typing: boolean };
