import type { OutboxEntry } from "../../../../client/index.ts";
import { actionIn } from "../../../../shared/commands.ts";
import type { Message } from "../../../../shared/messages.ts";
import { RefusalNote } from "../../../forms/RefusalNote.tsx";
import { useRefusal } from "../../../forms/refusals.ts";
import { MessageBody } from "../markdown/MessageBody.tsx";
import { useMessageActions } from "../MessageActions.tsx";
import { QuotedMessage } from "../quote/QuotedMessage.tsx";
import { EditedMark } from "../versions/EditedMark.tsx";
import { Action } from "./Action.tsx";
import { Attachments } from "./Attachments.tsx";
import { OutboxState } from "./OutboxState.tsx";
import { Reactions } from "./Reactions.tsx";
import { RefusedEditNote } from "./RefusedEditNote.tsx";
import { ThreadSummary } from "./ThreadSummary.tsx";
import { editOf, messageOf } from "./useMessageCommands.ts";
import styles from "./MessageContent.module.css";

interface MessageContentProps {
  message: Message;
  outbox: OutboxEntry | null;
  editing: boolean;
  canReact: boolean;
  onReact: (emoji: string, on: boolean) => void;
  onEdit: () => void;
  onSave: (body: string) => void;
  onEdited: () => void;
}

/** What was said, and what came of it: files, reactions, replies. */
export function MessageContent(props: MessageContentProps) {
  const { message, outbox, editing, canReact, onReact, onEdit, onSave, onEdited } = props;
  const { renderEditor, openThread } = useMessageActions();
  const does = actionIn(message.body);
  const refused = useRefusal(editOf(message.id));
  return (
    <>
      {message.deletedAt !== null && <p className={styles.deleted}>This message was deleted.</p>}
      {message.quotedId !== null && <QuotedMessage messageId={message.quotedId} />}
      {editing
        ? renderEditor({
            body: refused?.written ?? message.body,
            onCancel: onEdited,
            onSave: (body) => {
              onSave(body);
              onEdited();
            },
          })
        : message.body !== "" && (
            <div className={styles.text} data-edited={message.editedAt !== null || undefined}>
              {does === null ? (
                <MessageBody body={message.body} />
              ) : (
                <Action message={message} does={does} />
              )}
              {message.editedAt !== null && (
                <EditedMark message={message} editedAt={message.editedAt} />
              )}
            </div>
          )}
      {message.attachments.length > 0 && <Attachments attachments={message.attachments} />}
      {message.reactions.length > 0 && (
        <Reactions reactions={message.reactions} disabled={!canReact} onReact={onReact} />
      )}
      {outbox && <OutboxState entry={outbox} />}
      {refused && !editing && message.deletedAt === null && (
        <RefusedEditNote messageId={message.id} words={refused.words} onEdit={onEdit} />
      )}
      <RefusalNote about={messageOf(message.id)} />
      {openThread && <ThreadSummary message={message} />}
    </>
  );
}
