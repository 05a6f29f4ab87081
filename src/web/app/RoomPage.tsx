import { lazy, useEffect } from "react";
import { useMe, useRoom } from "../../react/index.ts";
import { useShownAgain } from "../features/rooms/useShownAgain.ts";
import { rememberLastRoom } from "./lastRoom.ts";
import type { OpenProfile } from "./openProfile.ts";
import { OpenRoom } from "./OpenRoom.tsx";
import type { RoomView } from "./roomView.ts";

const RoomPreview = lazy(async () => ({
  default: (await import("../features/rooms/RoomPreview.tsx")).RoomPreview,
}));

interface RoomPageProps {
  roomId: string;
  view: RoomView;
  openProfile: OpenProfile;
}

/** A room at its address: open to who is in it, with the way in for who is not. */
export function RoomPage({ roomId, view, openProfile }: RoomPageProps) {
  const room = useRoom(roomId);
  useShownAgain(roomId);
  const { id: meId } = useMe();
  const joined = room !== undefined;
  useEffect(() => {
    if (joined) rememberLastRoom(meId, roomId);
  }, [joined, meId, roomId]);
  if (!room) return <RoomPreview roomId={roomId} />;
  return <OpenRoom room={room} view={view} openProfile={openProfile} />;
}
