import { useEffect } from "react";
import { useMe, useRoom } from "../../react/index.ts";
import { RoomPreview } from "../features/rooms/RoomPreview.tsx";
import { rememberLastRoom } from "./lastRoom.ts";
import { OpenRoom } from "./OpenRoom.tsx";
import type { RoomView } from "./roomView.ts";

interface RoomPageProps {
  roomId: string;
  view: RoomView;
  openProfile: (userId: string, anchor: Element) => void;
}

/** A room at its address: open to who is in it, with the way in for who is not. */
export function RoomPage({ roomId, view, openProfile }: RoomPageProps) {
  const room = useRoom(roomId);
  const { id: meId } = useMe();
  const joined = room !== undefined;
  useEffect(() => {
    if (joined) rememberLastRoom(meId, roomId);
  }, [joined, meId, roomId]);
  if (!room) return <RoomPreview roomId={roomId} />;
  return <OpenRoom room={room} view={view} openProfile={openProfile} />;
}
