import { lazy, memo, Suspense } from "react";
import type { Dispatch, KeyboardEvent } from "react";
import type { OutboxEntry } from "../../../../client/index.ts";
import { useUser } from "../../../../react/index.ts";
import type { Message as MessageDto } from "../../../../shared/messages.ts";
import { Time } from "../../../ui/Time.tsx";
import { formatTime } from "../../../ui/timeFormat.ts";
import type { ListAction, Opened } from "../list/listState.ts";
import { KeptMarks } from "../kept/KeptMarks.tsx";
import { useMessageActions } from "../MessageActions.tsx";
import { commandOfKey } from "./commands.ts";
import { MessageContent } from "./MessageContent.tsx";
import { MessageFace, MessageHead } from "./MessageHead.tsx";
import { PendingClock } from "./PendingClock.tsx";
import { useLongPress } from "./useLongPress.ts";
import { useMessageCommands } from "./useMessageCommands.ts";
import { handsFocusOn } from "../../../ui/handsFocusOn.ts";
import styles from "./Message.module.css";

// What one reaches for, loaded when one does.
const MessageToolbar = lazy(async () => ({
  default: (await import("./MessageToolbar.tsx")).MessageToolbar,
}));
const MessageSheet = lazy(async () => ({
  default: (await import("./MessageSheet.tsx")).MessageSheet,
}));
const DeleteMessageDialog = lazy(async () => ({
  default: (await import("./DeleteMessageDialog.tsx")).DeleteMessageDialog,
}));

interface MessageProps {
  rowKey: string;
  message: MessageDto;
  outbox: OutboxEntry | null;
  leads: boolean;
  /** Pointed at or focused: shows its toolbar. */
  active: boolean;
  /** The one message that Tab reaches; the arrows lead on from there. */
  tabStop: boolean;
  highlighted: boolean;
  editing: boolean;
  opened: Opened | null;
  dispatch: Dispatch<ListAction>;
}

/** One message with all that belongs to it. */
export const Message = memo(function Message(props: MessageProps) {
  const { rowKey, message, outbox, leads, active, tabStop, highlighted, editing, opened } = props;
  const { dispatch } = props;
  const author = useUser(message.authorId);
  const commands = useMessageCommands({ rowKey, message, outbox, dispatch });
  const hold = useLongPress(() => dispatch({ type: "open", key: rowKey, kind: "sheet" }));
  const { focusComposer } = useMessageActions();
  const close = () => dispatch({ type: "close" });
  const name = message.authorName ?? author?.displayName ?? "Someone";
  const at = new Date(message.createdAt);
  const held = opened === "reactions" || opened === "menu";

  function onKeyDown(event: KeyboardEvent) {
    if (event.target !== event.currentTarget) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const command = commandOfKey(event.key);
    if (!command || !commands.commands.has(command)) return;
    event.preventDefault();
    commands.run(command);
  }

  return (
    // One of many in a list that the arrow keys walk through, each with its keys: as in a feed.
    // oxlint-disable jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-noninteractive-tabindex
    <article
      {...hold}
      ref={handsFocusOn}
      aria-label={`${name}, ${formatTime(at, at, "clock")}`}
      tabIndex={tabStop ? 0 : -1}
      data-row-key={rowKey}
      data-leads={leads || undefined}
      data-highlighted={highlighted || undefined}
      className={styles.message}
      onKeyDown={onKeyDown}
      onFocus={() => dispatch({ type: "focus", key: rowKey })}
      onBlur={(event) => {
        const within = event.currentTarget.contains(event.relatedTarget);
        // The pointer that rests on it will not enter it again.
        if (!within && !event.currentTarget.matches(":hover"))
          dispatch({ type: "blur", key: rowKey });
      }}
      onPointerEnter={(event) => {
        if (event.pointerType === "mouse") dispatch({ type: "point", key: rowKey });
      }}
    >
      <div className={styles.gutter}>
        {leads ? (
          <MessageFace message={message} />
        ) : outbox?.status === "pending" ? (
          <PendingClock since={outbox.createdAt} />
        ) : (
          <Time value={message.createdAt} format="clock" className={styles.time} />
        )}
      </div>
      <div className={styles.column}>
        <KeptMarks message={message} />
        {leads && <MessageHead message={message} outbox={outbox} />}
        <MessageContent
          message={message}
          outbox={outbox}
          editing={editing}
          canReact={commands.commands.has("react")}
          onReact={commands.react}
          onEdit={() => commands.run("edit")}
          onSave={commands.edit}
          onEdited={() => {
            dispatch({ type: "edit", key: null });
            focusComposer();
          }}
        />
      </div>
      {/* A boundary each: what loads in one must not hide, and so close, what is open in another. */}
      <Suspense>
        {(active || held) && !editing && outbox === null && (
          <MessageToolbar
            rowKey={rowKey}
            message={message}
            commands={commands}
            opened={opened}
            dispatch={dispatch}
          />
        )}
      </Suspense>
      <Suspense>
        {opened === "sheet" && (
          <MessageSheet message={message} commands={commands} onClose={close} />
        )}
        {opened === "delete" && (
          <DeleteMessageDialog message={message} onDelete={commands.remove} onClose={close} />
        )}
      </Suspense>
    </article>
  );
});
