import type { Dispatch } from "react";
import type { OutboxEntry, SnugClient } from "../../../../client/index.ts";
import { errorDetails } from "../../../../client/index.ts";
import {
  useClient,
  useDelete,
  useEdit,
  useIsSaved,
  useMe,
  usePin,
  useReact,
  useSave,
} from "../../../../react/index.ts";
import type { Message } from "../../../../shared/messages.ts";
import { messagePath, threadPath } from "../../../paths.ts";
import { showToast } from "../../../ui/toasts.ts";
import type { ListAction } from "../list/listState.ts";
import { withNames } from "../markdown/plainText.ts";
import type { Names } from "../markdown/plainText.ts";
import { useMessageActions } from "../MessageActions.tsx";
import { tell } from "../tell.ts";
import { commandsFor } from "./commands.ts";
import type { Command } from "./commands.ts";
import { dropRefusedEdit, keepRefusedEdit } from "./refusedEdits.ts";

interface Target {
  rowKey: string;
  message: Message;
  outbox: OutboxEntry | null;
  dispatch: Dispatch<ListAction>;
}

/** What may be done with a message, and the doing of it. */
export function useMessageCommands({ rowKey, message, outbox, dispatch }: Target) {
  const me = useMe();
  const client = useClient();
  const { canWrite, canModerate, openThread, quote } = useMessageActions();
  const saved = useIsSaved(message);
  const [react, pin, save] = [useReact(), usePin(), useSave()];
  const [edit, remove] = [useEdit(), useDelete()];
  const reader = { meId: me.id, canWrite, canModerate, inThread: openThread === null };

  function run(command: Command) {
    switch (command) {
      case "react":
        return dispatch({ type: "open", key: rowKey, kind: "reactions" });
      case "thread":
        return openThread?.(message);
      case "quote":
        return quote(message);
      case "pin":
        return void pin(message, message.pinned === null).catch(tell);
      case "save":
        return void save(message, !saved).catch(tell);
      case "edit":
        return dispatch({ type: "edit", key: rowKey });
      case "copyText":
        return void copy(withNames(message.body, namesIn(client)), "Text copied");
      case "copyLink":
        return void copy(linkTo(message), "Link copied");
      case "markUnread":
        return void client.api.rooms.markUnread
          .mutate({ roomId: message.roomId, seq: message.seq })
          .catch(tell);
      case "delete":
        return dispatch({ type: "open", key: rowKey, kind: "delete" });
    }
  }

  return {
    commands: commandsFor(message, outbox, reader),
    run,
    react: (emoji: string, on: boolean) => void react(message, emoji, on).catch(tell),
    edit: (body: string) => {
      dropRefusedEdit(message.id);
      edit(message, body).then(
        // One before it may have been refused meanwhile.
        () => dropRefusedEdit(message.id),
        (error: unknown) => {
          keepRefusedEdit(message.id, { body, reason: errorDetails(error).message });
          // One may have gone on to another room.
          tell(error);
        },
      );
    },
    remove: () => void remove(message).catch(tell),
  };
}

export type MessageCommands = ReturnType<typeof useMessageCommands>;

/** As they are now: asked for when something is copied. */
function namesIn({ snapshot }: SnugClient): Names {
  const users = new Map((snapshot?.users ?? []).map((user) => [user.id, user]));
  return { users, rooms: snapshot?.rooms ?? [] };
}

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
