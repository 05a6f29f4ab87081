import { useId, useState } from "react";
import type { FormEvent } from "react";
import { useLocation } from "wouter";
import { errorDetails } from "../../../../client/index.ts";
import { useClient } from "../../../../react/index.ts";
import { messagePath } from "../../../paths.ts";
import { Button } from "../../../ui/Button.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { dateValue, quickDates, startOfDate } from "./jumpDates.ts";
import styles from "./JumpToDateDialog.module.css";

interface JumpToDateDialogProps {
  roomId: string;
  /** The day that is in sight. */
  at: Date;
  onClose: () => void;
}

/** Opens the room at the first message of a day, or of the next one on which something was said. */
export function JumpToDateDialog({ roomId, at, onClose }: JumpToDateDialogProps) {
  const id = useId();
  const { api } = useClient();
  const [, navigate] = useLocation();
  const [today] = useState(() => new Date());
  const [date, setDate] = useState(dateValue(at));
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | undefined>(undefined);

  async function jump(to: string) {
    const start = startOfDate(to);
    if (!start || busy) return;
    setBusy(true);
    setError(undefined);
    try {
      const place = await api.messages.atDate.query({ roomId, time: start.toISOString() });
      if (place) {
        onClose();
        navigate(messagePath(roomId, place.messageId));
      } else setError("Nothing has been said since then. Choose an earlier day.");
    } catch (reason) {
      setError(errorDetails(reason).message);
    }
    setBusy(false);
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    void jump(date);
  }

  return (
    <Dialog
      title="Jump to a date"
      size="small"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={id} variant="primary" busy={busy} disabled={date === ""}>
            Jump
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={onSubmit}>
        <TextField
          label="Day"
          type="date"
          required
          max={dateValue(today)}
          value={date}
          error={error}
          onChange={(event) => setDate(event.target.value)}
        />
      </form>
      <div className={styles.quick} role="group" aria-label="Often wanted">
        {quickDates(today).map(({ words, value }) => (
          <Button key={words} size="small" onClick={() => void jump(value)}>
            {words}
          </Button>
        ))}
      </div>
    </Dialog>
  );
}
