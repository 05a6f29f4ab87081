import { Bell, BellOff, EyeOff, Info, MailCheck, Star, StarOff, Volume2 } from "lucide-react";
import { useLocation } from "wouter";
import { useMarkRead, useSetPreferences } from "../../../react/index.ts";
import type { JoinedRoom, RoomPreferences } from "../../../shared/rooms.ts";
import { attempt } from "../../forms/refusals.ts";
import { roomDetailsPath } from "../../paths.ts";
import { MenuChoices, MenuItem, MenuSeparator, MenuSub } from "../../ui/Menu.tsx";
import { notifyLevels } from "./notifyLevels.ts";

/** What one may do to have a room as one likes; nobody else sees any of it. */
export function RoomMenuItems({ room }: { room: JoinedRoom }) {
  const [, navigate] = useLocation();
  const markRead = useMarkRead();
  const setPreferences = useSetPreferences();
  const { notify, muted, favourite, unreadCount, mentionCount } = room.membership;
  const change = (update: Partial<RoomPreferences>) =>
    attempt({
      about: `room ${room.id}`,
      failed: `Your settings for ${room.name ?? "this conversation"} are as they were.`,
      call: () => setPreferences(room.id, update),
    });
  return (
    <>
      {unreadCount + mentionCount > 0 && (
        <MenuItem
          icon={<MailCheck />}
          // Past the end means the end, replies in threads included.
          onSelect={() => markRead(room.id, Number.MAX_SAFE_INTEGER)}
        >
          Mark as read
        </MenuItem>
      )}
      <MenuItem
        icon={favourite ? <StarOff /> : <Star />}
        onSelect={() => change({ favourite: !favourite })}
      >
        {favourite ? "Remove from favourites" : "Add to favourites"}
      </MenuItem>
      <MenuSub icon={<Bell />} label="Tell me about">
        <MenuChoices
          value={notify}
          options={notifyLevels}
          onChange={(level) => change({ notify: level })}
        />
      </MenuSub>
      <MenuItem icon={muted ? <Volume2 /> : <BellOff />} onSelect={() => change({ muted: !muted })}>
        {muted ? "Unmute" : "Mute"}
      </MenuItem>
      <MenuItem icon={<EyeOff />} onSelect={() => change({ hidden: true })}>
        Hide until there is news
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<Info />} onSelect={() => navigate(roomDetailsPath(room.id))}>
        Details
      </MenuItem>
    </>
  );
}
