import { Bookmark, ClipboardCopy, Link2, MailOpen, Pin, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { useIsSaved } from "../../../../react/index.ts";
import type { Message } from "../../../../shared/messages.ts";
import { MenuItem, MenuLabel, MenuSeparator } from "../../../ui/Menu.tsx";
import { fullTime } from "../../../ui/timeFormat.ts";
import { commandKeys } from "./commands.ts";
import type { Command } from "./commands.ts";
import { keepingWords } from "./keepingWords.ts";

interface MessageMenuItemsProps {
  message: Message;
  commands: ReadonlySet<Command>;
  run: (command: Command) => void;
}

/** Everything that the toolbar has no room for. */
export function MessageMenuItems({ message, commands, run }: MessageMenuItemsProps) {
  const saved = useIsSaved(message);
  const item = (command: Command, icon: ReactNode, words: string, tone?: "danger") =>
    commands.has(command) && (
      <MenuItem
        icon={icon}
        tone={tone}
        shortcut={commandKeys[command]}
        onSelect={() => run(command)}
      >
        {words}
      </MenuItem>
    );
  return (
    <>
      {item("pin", <Pin />, keepingWords.pin(message.pinned !== null))}
      {item("save", <Bookmark />, keepingWords.save(saved))}
      <MenuSeparator />
      {item("copyText", <ClipboardCopy />, "Copy text")}
      {item("copyLink", <Link2 />, "Copy link")}
      {item("markUnread", <MailOpen />, "Mark unread from here")}
      {commands.has("delete") && <MenuSeparator />}
      {item("delete", <Trash2 />, "Delete", "danger")}
      <MenuSeparator />
      <MenuLabel>{fullTime(new Date(message.createdAt))}</MenuLabel>
    </>
  );
}
