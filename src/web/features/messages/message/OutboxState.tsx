import type { OutboxEntry } from "../../../../client/index.ts";
import { useClient } from "../../../../react/index.ts";
import { Button } from "../../../ui/Button.tsx";
import { FailedNote } from "../../../ui/FailedNote.tsx";

/** Under a message that was refused: why, and the two ways on. */
export function OutboxState({ entry }: { entry: OutboxEntry }) {
  const client = useClient();
  if (entry.status !== "failed") return null;
  return (
    <FailedNote words={`Not sent. ${entry.error?.message ?? ""}`}>
      <Button size="small" onClick={() => client.outbox.retry(entry.clientId)}>
        Retry
      </Button>
      <Button size="small" variant="ghost" onClick={() => client.outbox.remove(entry.clientId)}>
        Delete
      </Button>
    </FailedNote>
  );
}
