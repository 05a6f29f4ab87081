import { BellOff, LogOut, Settings, Smile, SmilePlus, UserRound } from "lucide-react";
import { useLocation } from "wouter";
import { useClient, useCustomStatus, useMe } from "../../../react/index.ts";
import type { PresenceMode } from "../../../shared/presence.ts";
import { attempt } from "../../forms/refusals.ts";
import { settingsPath } from "../../paths.ts";
import { MenuChoices, MenuItem, MenuLabel, MenuSeparator, MenuSub } from "../../ui/Menu.tsx";
import { PresenceDot } from "../../ui/PresenceDot.tsx";
import { untilWords } from "../../ui/untilWords.ts";
import { secondsUntil, secondsUntilTomorrow } from "./statusEnds.ts";

const modes: readonly { value: PresenceMode; label: string; hint?: string }[] = [
  { value: "auto", label: "Online", hint: "Away when you are" },
  { value: "away", label: "Away" },
  { value: "dnd", label: "Do not disturb" },
];

const quietTimes: readonly { words: string; seconds: (now: Date) => number | null }[] = [
  { words: "30 minutes", seconds: (now) => secondsUntil("halfHour", now) },
  { words: "1 hour", seconds: (now) => secondsUntil("hour", now) },
  { words: "4 hours", seconds: (now) => secondsUntil("fourHours", now) },
  { words: "Until tomorrow", seconds: secondsUntilTomorrow },
];

interface OwnMenuItemsProps {
  onEditStatus: () => void;
  onSignOut: () => void;
}

/** How one is to be found, one's settings, and the way out. */
export function OwnMenuItems({ onEditStatus, onSignOut }: OwnMenuItemsProps) {
  const client = useClient();
  const me = useMe();
  const status = useCustomStatus(me);
  const [, navigate] = useLocation();
  const { mode, until } = me.presence;

  function show(next: PresenceMode, forSeconds?: number | null) {
    attempt({
      about: "presence",
      failed: "You show as before.",
      call: () => client.presence.setMode(next, forSeconds ?? undefined),
    });
  }

  return (
    <>
      <MenuItem icon={status ? <Smile /> : <SmilePlus />} onSelect={onEditStatus}>
        {status ? "Change your status" : "Set a status"}
      </MenuItem>
      <MenuSeparator />
      <MenuLabel>Show me as</MenuLabel>
      <MenuChoices
        value={mode}
        options={modes.map((option) => ({
          ...option,
          hint: option.value === mode && until ? untilWords(until) : option.hint,
          icon: (
            <PresenceDot
              presence={option.value === "auto" ? "online" : option.value}
              named={false}
            />
          ),
        }))}
        onChange={(next) => show(next)}
      />
      <MenuSub icon={<BellOff />} label="Do not disturb for">
        {quietTimes.map(({ words, seconds }) => (
          <MenuItem key={words} onSelect={() => show("dnd", seconds(new Date()))}>
            {words}
          </MenuItem>
        ))}
      </MenuSub>
      <MenuSeparator />
      <MenuItem icon={<UserRound />} onSelect={() => navigate(settingsPath("profile"))}>
        Profile
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
