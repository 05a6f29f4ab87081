import { useMutation } from "@tanstack/react-query";
import { useClient } from "./clientContext.ts";

/** Sets one's own picture: `mutate(file)`. All see it, oneself included, when its event comes. */
export function useSetAvatar() {
  const client = useClient();
  return useMutation({ mutationFn: (picture: Blob) => client.setAvatar(picture) });
}
