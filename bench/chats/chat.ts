import type { ServerProcess } from "../processes/serverProcess.ts";
import type { ListenOptions } from "./listeners.ts";

/** A running chat with one room, ours or a peer's: something to listen to and to speak in. */
export interface Chat extends AsyncDisposable {
  server: ServerProcess;
  /** Everyone who listens hears everything. */
  listen(listeners: Omit<ListenOptions, "port" | "protocol">): Promise<void>;
  /** Says the texts with these numbers, so that they arrive together. `speaker` where it has people. */
  say(numbers: readonly number[], speaker?: number): Promise<void>;
}

/** So that at least so many can listen. */
export type StartChat = (listeners: number) => Promise<Chat>;
