import { MessageSquareReply, MoreHorizontal, Pencil, SmilePlus, TextQuote } from "lucide-react";
import type { Dispatch } from "react";
import type { Message } from "../../../../shared/messages.ts";
import { IconButton } from "../../../ui/IconButton.tsx";
import { Menu } from "../../../ui/Menu.tsx";
import { Popover } from "../../../ui/Popover.tsx";
import type { ListAction, Opened } from "../list/listState.ts";
import { commandKeys } from "./commands.ts";
import { MessageMenuItems } from "./MessageMenuItems.tsx";
import { ReactionChooser } from "./ReactionChooser.tsx";
import type { MessageCommands } from "./useMessageCommands.ts";
import styles from "./MessageToolbar.module.css";

interface MessageToolbarProps {
  rowKey: string;
  message: Message;
  commands: MessageCommands;
  opened: Opened | null;
  dispatch: Dispatch<ListAction>;
}

/** The few things one does with a message, at its upper edge while it is hovered or focused. */
export function MessageToolbar({
  rowKey,
  message,
  commands: { commands, run, react },
  opened,
  dispatch,
}: MessageToolbarProps) {
  function setOpen(kind: Opened, open: boolean) {
    dispatch(open ? { type: "open", key: rowKey, kind } : { type: "close" });
  }
  return (
    <div role="toolbar" aria-label="Message actions" className={styles.toolbar}>
      {commands.has("react") && (
        <Popover
          label="Add a reaction"
          align="end"
          open={opened === "reactions"}
          onOpenChange={(open) => setOpen("reactions", open)}
          className={styles.reactions}
          trigger={
            <IconButton
              size="small"
              label="Add a reaction"
              icon={<SmilePlus />}
              shortcut={commandKeys.react}
            />
          }
        >
          <ReactionChooser
            onChoose={(emoji) => {
              dispatch({ type: "close" });
              react(emoji, true);
            }}
          />
        </Popover>
      )}
      {commands.has("thread") && (
        <IconButton
          size="small"
          label="Reply in thread"
          icon={<MessageSquareReply />}
          shortcut={commandKeys.thread}
          onClick={() => run("thread")}
        />
      )}
      {commands.has("quote") && (
        <IconButton
          size="small"
          label="Quote"
          icon={<TextQuote />}
          shortcut={commandKeys.quote}
          onClick={() => run("quote")}
        />
      )}
      {commands.has("edit") && (
        <IconButton
          size="small"
          label="Edit"
          icon={<Pencil />}
          shortcut={commandKeys.edit}
          onClick={() => run("edit")}
        />
      )}
      <Menu
        align="end"
        open={opened === "menu"}
        onOpenChange={(open) => setOpen("menu", open)}
        trigger={<IconButton size="small" label="More" icon={<MoreHorizontal />} />}
      >
        <MessageMenuItems message={message} commands={commands} run={run} />
      </Menu>
    </div>
  );
}
