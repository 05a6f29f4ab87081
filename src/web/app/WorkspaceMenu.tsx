import {
  ChevronDown,
  Compass,
  Keyboard,
  Settings,
  SlidersHorizontal,
  UserPlus,
} from "lucide-react";
import { useLocation } from "wouter";
import { useMe, useWorkspace } from "../../react/index.ts";
import { adminPath, browsePath, settingsPath } from "../paths.ts";
import { Mark } from "../ui/Mark.tsx";
import { Menu, MenuItem, MenuSeparator } from "../ui/Menu.tsx";
import { Tag } from "../ui/Tag.tsx";
import type { DialogName } from "./WorkspaceDialogs.tsx";
import styles from "./WorkspaceMenu.module.css";

/** The workspace's name, and what concerns the whole of it. */
export function WorkspaceMenu({ onOpen }: { onOpen: (dialog: DialogName) => void }) {
  const workspace = useWorkspace();
  const me = useMe();
  const [, navigate] = useLocation();
  const admin = me.role === "owner" || me.role === "admin";
  return (
    <Menu
      trigger={
        <button type="button" className={styles.trigger}>
          <Mark size={22} />
          <span className={styles.name}>{workspace.name}</span>
          {workspace.demo && <Tag>Demo</Tag>}
          <ChevronDown aria-hidden />
        </button>
      }
    >
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
      <MenuItem icon={<Settings />} onSelect={() => navigate(settingsPath())}>
        Settings
      </MenuItem>
      <MenuItem icon={<Keyboard />} shortcut="?" onSelect={() => onOpen("shortcuts")}>
        Keyboard shortcuts
      </MenuItem>
    </Menu>
  );
}
