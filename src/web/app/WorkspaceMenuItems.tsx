import { Compass, Keyboard, Settings, SlidersHorizontal, SmilePlus, UserPlus } from "lucide-react";
import { useLocation } from "wouter";
import { useMe } from "../../react/index.ts";
import { adminPath, browsePath, emojiPath, settingsPath } from "../paths.ts";
import { MenuItem, MenuSeparator } from "../ui/Menu.tsx";
import { finePointer } from "./finePointer.ts";

/** What concerns the whole of the workspace. */
export function WorkspaceMenuItems({ onShortcuts }: { onShortcuts: () => void }) {
  const me = useMe();
  const [, navigate] = useLocation();
  const admin = me.role === "owner" || me.role === "admin";
  return (
    <>
      {admin && (
        <>
          <MenuItem icon={<UserPlus />} onSelect={() => navigate(adminPath("invites"))}>
            Invite people
          </MenuItem>
          <MenuItem icon={<SlidersHorizontal />} onSelect={() => navigate(adminPath())}>
            Manage workspace
          </MenuItem>
          <MenuSeparator />
        </>
      )}
      {me.role !== "guest" && (
        <MenuItem icon={<Compass />} onSelect={() => navigate(browsePath)}>
          Browse rooms
        </MenuItem>
      )}
      {me.role !== "guest" && (
        <MenuItem icon={<SmilePlus />} onSelect={() => navigate(emojiPath)}>
          Emoji
        </MenuItem>
      )}
      <MenuItem icon={<Settings />} onSelect={() => navigate(settingsPath())}>
        Settings
      </MenuItem>
      {finePointer() && (
        <MenuItem icon={<Keyboard />} shortcut="?" onSelect={onShortcuts}>
          Keyboard shortcuts
        </MenuItem>
      )}
    </>
  );
}
