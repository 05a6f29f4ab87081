import type { Dispatch } from "react";
import type { OutboxEntry, SnugClient } from "../../../../client/index.ts";
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
import { failureWords } from "../../../forms/failure.ts";
import { attempt, dropRefusal, refuse } from "../../../forms/refusals.ts";
import { showToast } from "../../../ui/toasts.ts";
import type { ListAction } from "../list/listState.ts";
import { withNames } from "../markdown/plainText.ts";
import type { Names } from "../markdown/plainText.ts";
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
  const client = useClient();
  const { canWrite, canModerate, openThread, quote } = useMessageActions();
  const saved = useIsSaved(message);
  const [react, pin, save] = [useReact(), usePin(), useSave()];
  const [edit, remove] = [useEdit(), useDelete()];
  const reader = { meId: me.id, canWrite, canModerate, inThread: openThread === null };

  const about = messageOf(message.id);
  const tryTo = (failed: string, call: () => Promise<unknown>) => attempt({ about, failed, call });

  function run(command: Command) {
    switch (command) {
      case "react":
        return dispatch({ type: "open", key: rowKey, kind: "reactions" });
      case "thread":
        return openThread?.(message);
      case "quote":
        return quote(message);
      case "pin":
        return message.pinned === null
          ? tryTo("It was not pinned.", () => pin(message, true))
          : tryTo("It is still pinned.", () => pin(message, false));
      case "save":
        return saved
          ? tryTo("It is still saved.", () => save(message, false))
          : tryTo("It was not saved.", () => save(message, true));
      case "edit":
        return dispatch({ type: "edit", key: rowKey });
      case "copyText":
        return void copy(withNames(message.body, namesIn(client)), "Text copied");
      case "copyLink":
        return void copy(linkTo(message), "Link copied");
      case "markUnread":
        return tryTo("It was not marked as unread.", () =>
          client.api.rooms.markUnread.mutate({ roomId: message.roomId, seq: message.seq }),
        );
      case "delete":
        return dispatch({ type: "open", key: rowKey, kind: "delete" });
    }
  }

  async function copy(text: string, done: string) {
    dropRefusal(about);
    try {
      await navigator.clipboard.writeText(text);
      showToast(done);
    } catch {
      const words = "The browser did not allow copying. Allow it for this page, then try again.";
      refuse(about, { words, retry: () => void copy(text, done) });
    }
  }

  return {
    commands: commandsFor(message, outbox, reader),
    run,
    react: (emoji: string, on: boolean) =>
      tryTo(on ? "Your reaction was not added." : "Your reaction is still there.", () =>
        react(message, emoji, on),
      ),
    edit: (written: string) => {
      const editing = editOf(message.id);
      dropRefusal(editing);
      edit(message, written).then(
        // One before it may have been refused meanwhile.
        () => dropRefusal(editing),
        (error: unknown) =>
          refuse(editing, { words: `Your edit was not saved. ${failureWords(error)}`, written }),
      );
    },
    remove: () => tryTo("It was not deleted.", () => remove(message)),
  };
}

export type MessageCommands = ReturnType<typeof useMessageCommands>;

/** What the refusals of a message are about. */
export function messageOf(messageId: string): string {
  return `message ${messageId}`;
}

/** The refusal of an edit keeps what one wrote. */
export function editOf(messageId: string): string {
  return `edit ${messageId}`;
}

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
