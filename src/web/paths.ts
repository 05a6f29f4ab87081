/** The app's addresses: the bar always names what is shown. */

export function roomPath(roomId: string): string {
  return `/rooms/${encodeURIComponent(roomId)}`;
}

/** The room that an address lies in, as it stands there. */
export function roomIn(path: string): string | null {
  return /^\/rooms\/([^/]+)/.exec(path)?.[1] ?? null;
}

export function messagePath(roomId: string, messageId: string): string {
  return `${roomPath(roomId)}/m/${encodeURIComponent(messageId)}`;
}

export function threadPath(roomId: string, rootId: string): string {
  return `${roomPath(roomId)}/t/${encodeURIComponent(rootId)}`;
}

/** The tabs of a room's details, in their order. */
export const detailsTabs = ["members", "files", "pins", "settings"] as const;
export type DetailsTab = (typeof detailsTabs)[number];

export function roomDetailsPath(roomId: string, tab: DetailsTab = "members"): string {
  return `${roomPath(roomId)}/details${tab === "members" ? "" : `/${tab}`}`;
}

export const savedPath = "/saved";

export const emojiPath = "/emoji";

/** A search beside what is at `path`. */
export function searchPath(path: string, text: string): string {
  return path + searchQuery(text);
}

export function searchQuery(text: string): string {
  return `?search=${encodeURIComponent(text)}`;
}

/** The threads that one follows. */
export const threadsPath = "/threads";

export const browsePath = "/browse";

export function settingsPath(tab?: string): string {
  return tab ? `/settings/${tab}` : "/settings";
}

export function adminPath(tab?: string): string {
  return tab ? `/admin/${tab}` : "/admin";
}

export function signInPath(next?: string): string {
  return next && next !== "/" ? `/sign-in?next=${encodeURIComponent(next)}` : "/sign-in";
}

/** Where the workspace lets anyone sign up. */
export const signUpPath = "/sign-up";
