import { Pencil } from "lucide-react";
import { useState } from "react";
import { errorDetails } from "../../../../client/index.ts";
import { trpc } from "../../../../react/index.ts";
import { limits } from "../../../../shared/limits.ts";
import type { JoinedRoom } from "../../../../shared/rooms.ts";
import { Button } from "../../../ui/Button.tsx";
import { IconButton } from "../../../ui/IconButton.tsx";
import { TextArea } from "../../../ui/TextArea.tsx";
import styles from "./TopicEditor.module.css";

/** What the room is about; everyone in it may say. */
export function TopicEditor({ room }: { room: JoinedRoom }) {
  const [editing, setEditing] = useState(false);
  return (
    <section aria-label="Topic">
      <header className={styles.head}>
        <h3 className={styles.title}>Topic</h3>
        {!editing && (
          <IconButton
            size="small"
            label="Edit topic"
            icon={<Pencil />}
            onClick={() => setEditing(true)}
          />
        )}
      </header>
      {editing ? (
        <TopicForm room={room} onDone={() => setEditing(false)} />
      ) : room.topic ? (
        <p className={styles.topic} dir="auto">
          {room.topic}
        </p>
      ) : (
        <p className={styles.none}>What is this room about?</p>
      )}
    </section>
  );
}

function TopicForm({ room, onDone }: { room: JoinedRoom; onDone: () => void }) {
  const [topic, setTopic] = useState(room.topic);
  const update = trpc.rooms.update.useMutation({ onSuccess: onDone });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        update.mutate({ roomId: room.id, topic });
      }}
    >
      <TextArea
        label="Topic"
        labelHidden
        rows={2}
        value={topic}
        onChange={(event) => setTopic(event.target.value)}
        maxLength={limits.roomTopic}
        error={update.error && errorDetails(update.error).message}
        ref={(field) => field?.focus()}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.preventDefault();
          onDone();
        }}
      />
      <div className={styles.buttons}>
        <Button size="small" variant="ghost" onClick={onDone}>
          Cancel
        </Button>
        <Button size="small" variant="primary" type="submit" busy={update.isPending}>
          Save
        </Button>
      </div>
    </form>
  );
}
