import { limits } from "../../../shared/limits.ts";

/** A username to propose for a name: "Émile Zola" → "emile.zola". May be empty. */
export function usernameFrom(displayName: string): string {
  return displayName
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ".")
    .replace(/^\.+|\.+$/g, "")
    .slice(0, limits.username);
}
