import { useMedia } from "../ui/useMedia.ts";

/** As in the style sheets: below it the list of rooms is a screen of its own. */
export function usePhone(): boolean {
  return useMedia("(max-width: 40rem)");
}
