import { errorDetails } from "../../../../client/index.ts";
import { trpc } from "../../../../react/index.ts";
import type { Message } from "../../../../shared/messages.ts";
import { ConfirmDialog } from "../../../ui/ConfirmDialog.tsx";

interface DeleteMessageDialogProps {
  message: Message;
  onClose: () => void;
}

export function DeleteMessageDialog({ message, onClose }: DeleteMessageDialogProps) {
  const remove = trpc.messages.delete.useMutation({ onSuccess: onClose });
  return (
    <ConfirmDialog
      title="Delete this message?"
      description={
        message.thread
          ? "Its text and files go for everyone, for good. The replies under it stay."
          : "It goes for everyone, for good."
      }
      confirmLabel="Delete"
      tone="danger"
      busy={remove.isPending}
      error={remove.error && errorDetails(remove.error).message}
      onConfirm={() => remove.mutate({ messageId: message.id })}
      onClose={onClose}
    />
  );
}
