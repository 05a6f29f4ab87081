import { Suspense } from "react";
import type { ReactNode } from "react";
import type { JoinedRoom } from "../../../../shared/rooms.ts";
import type { DetailsTab } from "../../../paths.ts";
import { Tabs } from "../../../ui/Tabs.tsx";
import { MemberList } from "./MemberList.tsx";
import { RoomActions } from "./RoomActions.tsx";
import { RoomPreferences } from "./RoomPreferences.tsx";
import { TopicEditor } from "./TopicEditor.tsx";
import styles from "./RoomDetails.module.css";

interface RoomDetailsProps {
  room: JoinedRoom;
  tab: DetailsTab;
  onTab: (tab: DetailsTab) => void;
  onOpenProfile: (userId: string, anchor: Element) => void;
  onAddPeople: () => void;
  /** What was sent here. */
  files: ReactNode;
  /** What is pinned here. */
  pins: ReactNode;
  /** After one left or deleted it. */
  onGone: () => void;
}

/** Who is in a room, what was sent and pinned in it, and what one can change about it. */
export function RoomDetails(props: RoomDetailsProps) {
  const { room, tab, onTab, onOpenProfile, onAddPeople, files, pins, onGone } = props;
  const named = room.kind !== "direct";
  const parts: Record<DetailsTab, ReactNode> = {
    members: (
      <MemberList
        room={room}
        onOpenProfile={onOpenProfile}
        onAddPeople={named && room.archivedAt === null ? onAddPeople : undefined}
      />
    ),
    files,
    pins,
    settings: (
      <div className={styles.settings}>
        {named && <TopicEditor room={room} />}
        <RoomPreferences room={room} />
        {named && <RoomActions room={room} onGone={onGone} />}
      </div>
    ),
  };
  return (
    <div className={styles.details}>
      <Tabs
        label="Details"
        value={tab}
        onChange={onTab}
        tabs={[
          {
            value: "members",
            label: (
              <>
                Members <span className={styles.count}>{room.memberCount}</span>
              </>
            ),
          },
          { value: "files", label: "Files" },
          { value: "pins", label: "Pins" },
          { value: "settings", label: "Settings" },
        ]}
      >
        <div className={styles.part} data-tab={tab}>
          <Suspense>{parts[tab]}</Suspense>
        </div>
      </Tabs>
    </div>
  );
}
