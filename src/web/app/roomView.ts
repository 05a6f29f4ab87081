/** What is shown of a room, as its address says. */
export type RoomView =
  | { type: "room" }
  | { type: "message"; id: string }
  | { type: "thread"; id: string }
  | { type: "details" }
  | { type: "pins" };

/** From what follows the room in the address; `null` for an address that nothing lives at. */
export function roomViewOf(rest: string | undefined): RoomView | null {
  const [view, id, ...more] = (rest ?? "").split("/").filter(Boolean);
  if (more.length > 0) return null;
  if (view === undefined) return { type: "room" };
  if (view === "details" && id === undefined) return { type: "details" };
  if (view === "pins" && id === undefined) return { type: "pins" };
  if (id === undefined) return null;
  if (view === "m") return { type: "message", id };
  if (view === "t") return { type: "thread", id };
  return null;
}
