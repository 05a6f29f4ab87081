import type { Message } from "../../../../shared/messages.ts";
import { ConfirmDialog } from "../../../ui/ConfirmDialog.tsx";

interface DeleteMessageDialogProps {
  message: Message;
  onDelete: () => void;
  onClose: () => void;
}

export function DeleteMessageDialog({ message, onDelete, onClose }: DeleteMessageDialogProps) {
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
      onConfirm={() => {
        onClose();
        onDelete();
      }}
      onClose={onClose}
    />
  );
}
