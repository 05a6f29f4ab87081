import { LogOut, Settings, UserRound } from "lucide-react";
import { useLocation } from "wouter";
import { useClient, useMe, usePresence } from "../../../react/index.ts";
import { settingsPath } from "../../paths.ts";
import { Avatar } from "../../ui/Avatar.tsx";
import { Menu, MenuChoices, MenuItem, MenuLabel, MenuSeparator } from "../../ui/Menu.tsx";
import { PresenceDot, presenceWords } from "../../ui/PresenceDot.tsx";
import type { PresenceMode } from "../../../shared/presence.ts";
import { usePresenceMode } from "./usePresenceMode.ts";
import styles from "./OwnMenu.module.css";

const modes: readonly { value: PresenceMode; label: string; hint?: string }[] = [
  { value: "auto", label: "Online", hint: "Away when you are" },
  { value: "away", label: "Away" },
  { value: "dnd", label: "Do not disturb" },
];

/** Oneself, at the foot of the sidebar: how one shows, settings, the way out. */
export function OwnMenu({ onSignOut }: { onSignOut: () => void }) {
  const me = useMe();
  const client = useClient();
  const presence = usePresence(me.id);
  const [mode, setMode] = usePresenceMode();
  const [, navigate] = useLocation();
  const status = me.customStatus;
  return (
    <Menu
      side="top"
      trigger={
        <button type="button" className={styles.trigger} aria-label={`You: ${me.displayName}`}>
          <Avatar user={me} size={24} presence={presence} />
          <span className={styles.words}>
            <span className={styles.name}>{me.displayName}</span>
            <span className={styles.status}>
              {status && (status.emoji || status.text)
                ? `${status.emoji ?? ""} ${status.text}`.trim()
                : presenceWords[presence]}
            </span>
          </span>
        </button>
      }
    >
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
          setMode(next);
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
      <MenuItem icon={<LogOut />} onSelect={() => onSignOut()}>
        Sign out
      </MenuItem>
    </Menu>
  );
}
