import {
  Bell,
  BellOff,
  Bookmark,
  CircleUserRound,
  Compass,
  Keyboard,
  LogOut,
  MessageSquarePlus,
  MessagesSquare,
  Monitor,
  Moon,
  Palette,
  Plus,
  Settings,
  SlidersHorizontal,
  SmilePlus,
  Sun,
  UserPlus,
} from "lucide-react";
import type { ReactNode } from "react";
import { useLocation } from "wouter";
import { useClient, useMe } from "../../react/index.ts";
import type { PresenceMode } from "../../shared/presence.ts";
import { useSignOut } from "../features/account/useSignOut.ts";
import type { SwitcherCommand } from "../features/switcher/entries.ts";
import { attempt } from "../forms/refusals.ts";
import { adminPath, browsePath, savedPath, settingsPath, threadsPath } from "../paths.ts";
import { setAppearance } from "../styles/appearance.ts";
import type { Theme } from "../styles/appearance.ts";
import type { DialogName } from "./WorkspaceDialogs.tsx";

interface SwitcherTo {
  onOpen: (dialog: DialogName) => void;
  onClose: () => void;
}

/** What one can do from anywhere, by name; the other words are found as well. */
export function useSwitcherCommands({ onOpen, onClose }: SwitcherTo): SwitcherCommand[] {
  const client = useClient();
  const me = useMe();
  const [, navigate] = useLocation();
  const signOut = useSignOut();
  const admin = me.role === "owner" || me.role === "admin";
  const guest = me.role === "guest";

  const dialog = (title: string, words: string, icon: ReactNode, name: DialogName) => ({
    title,
    words,
    icon,
    run: () => onOpen(name),
  });
  const page = (title: string, words: string, icon: ReactNode, path: string) => ({
    title,
    words,
    icon,
    run() {
      onClose();
      navigate(path);
    },
  });
  const theme = (title: string, icon: ReactNode, value: Theme) => ({
    title,
    words: "appearance mode",
    icon,
    run() {
      onClose();
      setAppearance({ theme: value });
    },
  });
  const presence = (title: string, words: string, icon: ReactNode, mode: PresenceMode) => ({
    title,
    words,
    icon,
    run() {
      onClose();
      attempt({
        about: "presence",
        failed: "You show as before.",
        call: () => client.presence.setMode(mode),
      });
    },
  });

  return [
    ...(guest ? [] : [dialog("Create a room", "new channel", <Plus />, "createRoom")]),
    dialog("New message", "write direct dm", <MessageSquarePlus />, "newDirect"),
    dialog("Set a status", "emoji", <SmilePlus />, "status"),
    presence("Do not disturb", "dnd quiet pause notifications", <BellOff />, "dnd"),
    presence("Show me as away", "presence", <CircleUserRound />, "away"),
    presence("Show me as online", "active presence disturb", <CircleUserRound />, "auto"),
    page("Threads", "replies follow", <MessagesSquare />, threadsPath),
    page("Saved messages", "later bookmarks", <Bookmark />, savedPath),
    ...(guest ? [] : [page("Browse rooms", "join channels", <Compass />, browsePath)]),
    page("Settings", "preferences profile picture", <Settings />, settingsPath()),
    page("Notification settings", "sound", <Bell />, settingsPath("notifications")),
    page("Appearance", "theme density", <Palette />, settingsPath("appearance")),
    theme("Light theme", <Sun />, "light"),
    theme("Dark theme", <Moon />, "dark"),
    theme("Theme of the system", <Monitor />, "system"),
    ...(admin
      ? [
          page("Invite people", "link join", <UserPlus />, adminPath("invites")),
          page("Manage workspace", "admin", <SlidersHorizontal />, adminPath()),
        ]
      : []),
    dialog("Keyboard shortcuts", "keys help", <Keyboard />, "shortcuts"),
    { title: "Sign out", words: "logout", icon: <LogOut />, run: () => signOut.mutate() },
  ];
}
