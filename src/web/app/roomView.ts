import { detailsTabs } from "../paths.ts";
import type { DetailsTab } from "../paths.ts";

/** What is shown of a room, as its address says. */
export type RoomView =
  | { type: "room" }
  | { type: "message"; id: string }
  | { type: "thread"; id: string }
  | { type: "details"; tab: DetailsTab };

/** From what follows the room in the address; `null` for an address that nothing lives at. */
export function roomViewOf(rest: string | undefined): RoomView | null {
  const [view, id, ...more] = (rest ?? "").split("/").filter(Boolean);
  if (more.length > 0) return null;
  if (view === undefined) return { type: "room" };
  if (view === "details") return detailsView(id ?? "members");
  // Where the pins were before they had a tab.
  if (view === "pins" && id === undefined) return detailsView("pins");
  if (id === undefined) return null;
  if (view === "m") return { type: "message", id };
  if (view === "t") return { type: "thread", id };
  return null;
}

function detailsView(name: string): RoomView | null {
  const tab = detailsTabs.find((candidate) => candidate === name);
  return tab ? { type: "details", tab } : null;
}
