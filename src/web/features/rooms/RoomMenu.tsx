import { lazy } from "react";
import type { ComponentProps } from "react";
import type { JoinedRoom } from "../../../shared/rooms.ts";
import { LazyMenu } from "../../ui/LazyMenu.tsx";

const loadItems = async () => ({ default: (await import("./RoomMenuItems.tsx")).RoomMenuItems });
const RoomMenuItems = lazy(loadItems);

interface RoomMenuProps extends Pick<
  ComponentProps<typeof LazyMenu>,
  "trigger" | "open" | "onOpenChange"
> {
  room: JoinedRoom;
}

/** How one wants to have a room, behind a button. */
export function RoomMenu({ room, ...menu }: RoomMenuProps) {
  return (
    <LazyMenu {...menu} preload={loadItems}>
      <RoomMenuItems room={room} />
    </LazyMenu>
  );
}
