import { useRef } from "react";
import type { JoinedRoom } from "../../shared/rooms.ts";
import type { ComposerHandle } from "../features/composer/Composer.tsx";
import { PinList } from "../features/messages/kept/PinList.tsx";
import { MessageActionsProvider } from "../features/messages/MessageActions.tsx";
import type { OpenProfile } from "./openProfile.ts";
import { useMessageActionsFor } from "./useMessageActionsFor.tsx";

interface PinsSideProps {
  room: JoinedRoom;
  openProfile: OpenProfile;
}

/** The pins of a room, beside its timeline. */
export function PinsSide({ room, openProfile }: PinsSideProps) {
  const composer = useRef<ComposerHandle>(null);
  const actions = useMessageActionsFor({ room, openProfile, threadRootId: null, composer });
  return (
    <MessageActionsProvider actions={actions}>
      <PinList roomId={room.id} />
    </MessageActionsProvider>
  );
}
