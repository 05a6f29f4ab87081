const prefix = "snug.lastRoom.";

/** The room that someone looked at last on this device, where they go on next time. */
export function readLastRoom(userId: string): string | null {
  try {
    return localStorage.getItem(prefix + userId);
  } catch {
    return null;
  }
}

export function rememberLastRoom(userId: string, roomId: string): void {
  try {
    localStorage.setItem(prefix + userId, roomId);
  } catch {
    // Storage may be closed to us; the first room is a fair place to begin too.
  }
}
