import { commandKeys } from "../features/messages/message/commands.ts";
import { anywhere } from "./shortcuts.ts";

/** Every shortcut there is, as the help lists them. */
export const shortcutGroups = [
  { title: "Anywhere", shortcuts: Object.values(anywhere) },
  {
    title: "Writing",
    shortcuts: [
      { keys: "Enter", what: "Send" },
      { keys: "Shift+Enter", what: "New line" },
      { keys: "/", what: "A command, at the beginning" },
      { keys: "@", what: "Name someone" },
      { keys: "#", what: "Name a room" },
      { keys: "Up", what: "Edit your last message, while nothing is written" },
      { keys: "Mod+B", what: "Bold" },
      { keys: "Mod+I", what: "Italic" },
      { keys: "Mod+E", what: "Code" },
    ],
  },
  {
    title: "On a message",
    shortcuts: [
      { keys: "Up", what: "The message above" },
      { keys: "Down", what: "The message below" },
      { keys: commandKeys.react, what: "React" },
      { keys: commandKeys.thread, what: "Reply in thread" },
      { keys: commandKeys.quote, what: "Quote" },
      { keys: commandKeys.edit, what: "Edit" },
      { keys: commandKeys.pin, what: "Pin or unpin" },
      { keys: commandKeys.save, what: "Save for later" },
      { keys: commandKeys.copyText, what: "Copy text" },
      { keys: commandKeys.copyLink, what: "Copy link" },
      { keys: commandKeys.markUnread, what: "Mark unread from here" },
      { keys: commandKeys.delete, what: "Delete" },
    ],
  },
] as const;
