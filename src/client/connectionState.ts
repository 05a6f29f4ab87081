/**
 * - `idle`: not asked to connect, or disconnected.
 * - `connecting`: on the way to the first snapshot and stream.
 * - `online`: events arrive.
 * - `reconnecting`: the socket was lost; it is tried again without end, and what one sends is kept.
 * - `signed-out`: the server knows no session of ours; call `connect` again after signing in.
 */
export type ConnectionStatus = "idle" | "connecting" | "online" | "reconnecting" | "signed-out";

/** How the connection is, and since when. */
export interface ConnectionState {
  /** Whether events arrive, and why not. */
  readonly status: ConnectionStatus;
  /** When this status began, in milliseconds since 1970. */
  readonly since: number;
}
