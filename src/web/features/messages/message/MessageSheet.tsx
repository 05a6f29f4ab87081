import {
  Bookmark,
  ClipboardCopy,
  Link2,
  MailOpen,
  MessageSquareReply,
  Pencil,
  Pin,
  TextQuote,
  Trash2,
} from "lucide-react";
import type { ReactNode } from "react";
import { useIsSaved } from "../../../../react/index.ts";
import type { Message } from "../../../../shared/messages.ts";
import { classNames } from "../../../ui/classNames.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import { fullTime } from "../../../ui/timeFormat.ts";
import type { Command } from "./commands.ts";
import { keepingWords } from "./keepingWords.ts";
import { ReactionChooser } from "./ReactionChooser.tsx";
import type { MessageCommands } from "./useMessageCommands.ts";
import styles from "./MessageSheet.module.css";

interface MessageSheetProps {
  message: Message;
  commands: MessageCommands;
  onClose: () => void;
}

interface Entry {
  command: Command;
  words: string;
  icon: ReactNode;
}

const entriesOf = (pinned: boolean, saved: boolean): readonly Entry[] => [
  { command: "thread", words: "Reply in thread", icon: <MessageSquareReply /> },
  { command: "quote", words: "Quote", icon: <TextQuote /> },
  { command: "edit", words: "Edit", icon: <Pencil /> },
  { command: "pin", words: keepingWords.pin(pinned), icon: <Pin /> },
  { command: "save", words: keepingWords.save(saved), icon: <Bookmark /> },
  { command: "copyText", words: "Copy text", icon: <ClipboardCopy /> },
  { command: "copyLink", words: "Copy link", icon: <Link2 /> },
  { command: "markUnread", words: "Mark unread from here", icon: <MailOpen /> },
  { command: "delete", words: "Delete", icon: <Trash2 /> },
];

/** What a long press opens: the toolbar and the menu in finger size. */
export function MessageSheet({
  message,
  commands: { commands, run, react },
  onClose,
}: MessageSheetProps) {
  const saved = useIsSaved(message);
  return (
    <Dialog
      title="Message actions"
      headHidden
      size="small"
      className={styles.sheet}
      onClose={onClose}
    >
      {commands.has("react") && (
        <ReactionChooser
          onChoose={(emoji) => {
            onClose();
            react(emoji, true);
          }}
        />
      )}
      <ul className={styles.entries}>
        {entriesOf(message.pinned !== null, saved)
          .filter(({ command }) => commands.has(command))
          .map(({ command, words, icon }) => (
            <li key={command}>
              <button
                type="button"
                className={classNames(styles.entry, command === "delete" && styles.danger)}
                onClick={() => {
                  onClose();
                  run(command);
                }}
              >
                {icon}
                {words}
              </button>
            </li>
          ))}
      </ul>
      <p className={styles.time}>{fullTime(new Date(message.createdAt))}</p>
    </Dialog>
  );
}
