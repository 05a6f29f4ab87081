import { useCallback } from "react";
import type { RefObject } from "react";
import type { JoinedRoom } from "../../shared/rooms.ts";
import type { ComposerHandle } from "../features/composer/Composer.tsx";
import type { OpenProfile } from "./openProfile.ts";

/** Profiles that are opened where one writes offer to write the name there. */
export function useMentioning(
  openProfile: OpenProfile,
  { archivedAt }: JoinedRoom,
  composer: RefObject<ComposerHandle | null>,
): OpenProfile {
  const canWrite = archivedAt === null;
  return useCallback(
    (userId, anchor) =>
      openProfile(userId, anchor, canWrite ? () => composer.current?.mention(userId) : undefined),
    [openProfile, canWrite, composer],
  );
}
