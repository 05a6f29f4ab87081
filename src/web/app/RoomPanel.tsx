import { lazy, Suspense } from "react";
import { useLocation } from "wouter";
import type { JoinedRoom } from "../../shared/rooms.ts";
import { roomDetailsPath } from "../paths.ts";
import { finePointer } from "./finePointer.ts";
import type { HomeState } from "./Home.tsx";
import type { OpenProfile } from "./openProfile.ts";
import { PanelSkeleton } from "./PanelSkeleton.tsx";
import type { RoomView } from "./roomView.ts";
import { SidePanel } from "./SidePanel.tsx";

const RoomDetails = lazy(async () => ({
  default: (await import("../features/rooms/details/RoomDetails.tsx")).RoomDetails,
}));

const RoomFiles = lazy(async () => ({
  default: (await import("../features/files/RoomFiles.tsx")).RoomFiles,
}));

const PinsSide = lazy(async () => ({
  default: (await import("./PinsSide.tsx")).PinsSide,
}));

const ThreadSide = lazy(async () => ({
  default: (await import("./ThreadSide.tsx")).ThreadSide,
}));

interface RoomPanelProps {
  room: JoinedRoom;
  view: RoomView;
  openProfile: OpenProfile;
  /** Writes the name of a member in the room. */
  onMention: (userId: string) => void;
  onAddPeople: () => void;
  onClose: () => void;
}

/** What is open beside a room's timeline, if anything is. */
export function RoomPanel(props: RoomPanelProps) {
  const { room, view, openProfile, onMention, onAddPeople, onClose } = props;
  const [, navigate] = useLocation();
  if (view.type === "details") {
    return (
      <SidePanel key="details" title="Details" onClose={onClose}>
        <Suspense fallback={<PanelSkeleton />}>
          <RoomDetails
            room={room}
            tab={view.tab}
            // Esc and the way back leave the details, whatever one looked at in them.
            onTab={(tab) => navigate(roomDetailsPath(room.id, tab), { replace: true })}
            onOpenProfile={(userId, anchor) =>
              openProfile(
                userId,
                anchor,
                room.archivedAt === null ? () => onMention(userId) : undefined,
              )
            }
            onAddPeople={onAddPeople}
            files={<RoomFiles roomId={room.id} />}
            pins={<PinsSide room={room} openProfile={openProfile} />}
            onGone={() => navigate<HomeState>("/", { replace: true, state: { leftId: room.id } })}
          />
        </Suspense>
      </SidePanel>
    );
  }
  if (view.type === "thread") {
    return (
      <SidePanel key="thread" title="Thread" onClose={onClose} ownFocus={finePointer()}>
        <Suspense fallback={<PanelSkeleton />}>
          <ThreadSide key={view.id} room={room} rootId={view.id} openProfile={openProfile} />
        </Suspense>
      </SidePanel>
    );
  }
  return null;
}
