import type { ReactNode } from "react";
import type { JoinedRoom } from "../../../../shared/rooms.ts";
import { MemberList } from "./MemberList.tsx";
import { RoomActions } from "./RoomActions.tsx";
import { RoomPreferences } from "./RoomPreferences.tsx";
import { TopicEditor } from "./TopicEditor.tsx";
import styles from "./RoomDetails.module.css";

interface RoomDetailsProps {
  room: JoinedRoom;
  onOpenProfile: (userId: string, anchor: Element) => void;
  onAddPeople: () => void;
  /** What was sent here. */
  files: ReactNode;
  /** After one left or deleted it. */
  onGone: () => void;
}

/** What a room is about, who is in it, and what one can change about it. */
export function RoomDetails({ room, onOpenProfile, onAddPeople, files, onGone }: RoomDetailsProps) {
  const named = room.kind !== "direct";
  return (
    <div className={styles.details}>
      {named && <TopicEditor room={room} />}
      <RoomPreferences room={room} />
      <MemberList
        room={room}
        onOpenProfile={onOpenProfile}
        onAddPeople={named && room.archivedAt === null ? onAddPeople : undefined}
      />
      {files}
      {named && <RoomActions room={room} onGone={onGone} />}
    </div>
  );
}
