import { limits } from "./limits.ts";
import { usernameSchema } from "./users.ts";

/** The nearest username to what someone is called elsewhere; `otherwise` where nothing of that may be one. */
export function usernameFrom(name: string, otherwise: string): string {
  const allowed = name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}._-]+/gu, "-")
    .replace(/^[._-]+/, "")
    .slice(0, limits.username)
    .replace(/-+$/, "");
  return usernameSchema.safeParse(allowed).data ?? otherwise;
}
