import type { RoomPreferences } from "../../shared/rooms.ts";

/** How whoever looks around has their rooms, by the rooms' keys. */
export const preferences: Record<string, Partial<RoomPreferences>> = {
  general: { favourite: true },
  engineering: { favourite: true },
  releases: { muted: true },
  hiring: { notify: "mentions" },
};

/** What they began to write. */
export const drafts: Record<string, string> = {
  design: "Could the newer card say _who_ changed it, not only when? I keep",
};
