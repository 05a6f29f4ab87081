import { X } from "lucide-react";
import { IconButton } from "../../../ui/IconButton.tsx";
import { QuotedMessage } from "./QuotedMessage.tsx";
import styles from "./QuoteDraft.module.css";

interface QuoteDraftProps {
  messageId: string;
  onCancel: () => void;
}

/** Over the field: the message that one is about to answer. */
export function QuoteDraft({ messageId, onCancel }: QuoteDraftProps) {
  return (
    <div className={styles.draft} role="group" aria-label="Quoting">
      <QuotedMessage messageId={messageId} still />
      <IconButton
        size="small"
        label="Do not quote"
        icon={<X />}
        onClick={onCancel}
        onPointerDown={(event) => event.preventDefault()}
      />
    </div>
  );
}
