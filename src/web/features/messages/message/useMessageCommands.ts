import type { Dispatch } from "react";
import type { OutboxEntry } from "../../../../client/index.ts";
import { trpc, useMe } from "../../../../react/index.ts";
import type { Message } from "../../../../shared/messages.ts";
import { useLocation } from "wouter";
import { messagePath, threadPath } from "../../../paths.ts";
import { showToast } from "../../../ui/toasts.ts";
import type { ListAction } from "../list/listState.ts";
import { useMessageActions } from "../MessageActions.tsx";
import { commandsFor } from "./commands.ts";
import type { Command } from "./commands.ts";

interface Target {
  rowKey: string;
  message: Message;
  outbox: OutboxEntry | null;
  dispatch: Dispatch<ListAction>;
}

/** What may be done with a message, and the doing of it. */
export function useMessageCommands({ rowKey, message, outbox, dispatch }: Target) {
  const me = useMe();
  const { canWrite, canModerate, openThread } = useMessageActions();
  const [, navigate] = useLocation();
  const { mutate: react } = trpc.messages.react.useMutation();
  const { mutate: markUnread } = trpc.rooms.markUnread.useMutation();
  const reader = { meId: me.id, canWrite, canModerate, inThread: openThread === null };

  function run(command: Command) {
    switch (command) {
      case "react":
        return dispatch({ type: "open", key: rowKey, kind: "reactions" });
      case "thread":
        return openThread ? openThread(message) : navigate(threadPath(message.roomId, message.id));
      case "edit":
        return dispatch({ type: "edit", key: rowKey });
      case "copyText":
        return void copy(message.body, "Text copied");
      case "copyLink":
        return void copy(linkTo(message), "Link copied");
      case "markUnread":
        return markUnread({ roomId: message.roomId, seq: message.seq });
      case "delete":
        return dispatch({ type: "open", key: rowKey, kind: "delete" });
    }
  }

  return {
    commands: commandsFor(message, outbox, reader),
    run,
    react: (emoji: string, on: boolean) => react({ messageId: message.id, emoji, on }),
  };
}

export type MessageCommands = ReturnType<typeof useMessageCommands>;

function linkTo(message: Message): string {
  const path = message.threadRootId
    ? threadPath(message.roomId, message.threadRootId)
    : messagePath(message.roomId, message.id);
  return new URL(path, location.origin).href;
}

async function copy(text: string, done: string) {
  try {
    await navigator.clipboard.writeText(text);
    showToast(done);
  } catch {
    showToast("The browser did not allow copying.");
  }
}
