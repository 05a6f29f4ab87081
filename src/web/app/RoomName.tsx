import type { Room } from "../../shared/rooms.ts";
import { RoomIcon } from "../features/rooms/RoomIcon.tsx";
import { useRoomTitle } from "../features/rooms/useRoomTitle.ts";

/** What a room is called, after what kind it is. */
export function RoomName({ room }: { room: Room }) {
  const title = useRoomTitle(room);
  return (
    <>
      <RoomIcon room={room} />
      {title}
    </>
  );
}
