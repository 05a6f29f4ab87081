import { LogOut, Settings, UserRound } from "lucide-react";
import { useLocation } from "wouter";
import { useClient } from "../../../react/index.ts";
import type { PresenceMode } from "../../../shared/presence.ts";
import { settingsPath } from "../../paths.ts";
import { MenuChoices, MenuItem, MenuLabel, MenuSeparator } from "../../ui/Menu.tsx";
import { PresenceDot } from "../../ui/PresenceDot.tsx";

const modes: readonly { value: PresenceMode; label: string; hint?: string }[] = [
  { value: "auto", label: "Online", hint: "Away when you are" },
  { value: "away", label: "Away" },
  { value: "dnd", label: "Do not disturb" },
];

interface OwnMenuItemsProps {
  mode: PresenceMode;
  onMode: (mode: PresenceMode) => void;
  onSignOut: () => void;
}

/** How one shows, one's settings, and the way out. */
export function OwnMenuItems({ mode, onMode, onSignOut }: OwnMenuItemsProps) {
  const client = useClient();
  const [, navigate] = useLocation();
  return (
    <>
      <MenuLabel>Show me as</MenuLabel>
      <MenuChoices
        value={mode}
        options={modes.map((option) => ({
          ...option,
          icon: (
            <PresenceDot
              presence={option.value === "auto" ? "online" : option.value}
              named={false}
            />
          ),
        }))}
        onChange={(next) => {
          onMode(next);
          client.presence.setMode(next);
        }}
      />
      <MenuSeparator />
      <MenuItem icon={<UserRound />} onSelect={() => navigate(settingsPath("profile"))}>
        Profile and status
      </MenuItem>
      <MenuItem icon={<Settings />} onSelect={() => navigate(settingsPath())}>
        Settings
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<LogOut />} onSelect={onSignOut}>
        Sign out
      </MenuItem>
    </>
  );
}
