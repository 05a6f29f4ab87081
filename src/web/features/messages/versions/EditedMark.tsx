import { lazy, Suspense, useState } from "react";
import type { Message } from "../../../../shared/messages.ts";
import { fullTime } from "../../../ui/timeFormat.ts";
import styles from "./EditedMark.module.css";

const load = async () => ({ default: (await import("./VersionsPopover.tsx")).VersionsPopover });
const VersionsPopover = lazy(load);

interface EditedMarkProps {
  message: Message;
  editedAt: NonNullable<Message["editedAt"]>;
}

/** Behind a message that was edited; leads to what it said before. */
export function EditedMark({ message, editedAt }: EditedMarkProps) {
  const [wanted, setWanted] = useState(false);
  const [open, setOpen] = useState(false);
  const mark = (
    <button
      type="button"
      className={styles.mark}
      title={fullTime(new Date(editedAt))}
      aria-label="(edited), show versions"
      aria-haspopup="dialog"
      aria-expanded={open}
      onPointerEnter={() => void load()}
      onClick={wanted ? undefined : show}
    >
      (edited)
    </button>
  );
  function show() {
    setWanted(true);
    setOpen(true);
  }
  if (!wanted) return mark;
  return (
    <Suspense fallback={mark}>
      <VersionsPopover message={message} trigger={mark} open={open} onOpenChange={setOpen} />
    </Suspense>
  );
}
