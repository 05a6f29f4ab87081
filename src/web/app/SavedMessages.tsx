import { useMemo } from "react";
import { Link } from "wouter";
import { useRoom } from "../../react/index.ts";
import { SavedPage } from "../features/messages/kept/SavedPage.tsx";
import { MessageActionsProvider } from "../features/messages/MessageActions.tsx";
import type { MessageActions } from "../features/messages/MessageActions.tsx";
import { roomPath } from "../paths.ts";
import { RoomName } from "./RoomName.tsx";
import styles from "./SavedMessages.module.css";

interface SavedMessagesProps {
  openProfile: MessageActions["openProfile"];
}

/** What one saved, each with the room that it is from. */
export function SavedMessages({ openProfile }: SavedMessagesProps) {
  const actions = useMemo(() => ({ ...looking, openProfile }), [openProfile]);
  return (
    <MessageActionsProvider actions={actions}>
      <SavedPage renderPlace={(roomId) => <Place roomId={roomId} />} />
    </MessageActionsProvider>
  );
}

/** Away from its room a message is only looked at. */
const looking: Omit<MessageActions, "openProfile"> = {
  openThread: null,
  pickDate: null,
  quote: () => {},
  focusComposer: () => {},
  renderEditor: () => null,
  canWrite: false,
  canModerate: false,
};

function Place({ roomId }: { roomId: string }) {
  const room = useRoom(roomId);
  return (
    room && (
      <Link href={roomPath(room.id)} className={styles.place}>
        <RoomName room={room} />
      </Link>
    )
  );
}
