import { Hash, LogIn } from "lucide-react";
import { errorDetails } from "../../../client/index.ts";
import { trpc, useWorkspace } from "../../../react/index.ts";
import { roomInWords } from "../../../shared/roomInWords.ts";
import type { Room } from "../../../shared/rooms.ts";
import { browsePath } from "../../paths.ts";
import { Button } from "../../ui/Button.tsx";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ErrorMessage } from "../../ui/ErrorMessage.tsx";
import { usePageTitle } from "../../ui/pageTitle.ts";
import styles from "./RoomPreview.module.css";

/** A room that one is not in: the way in, if there is one. */
export function RoomPreview({ roomId }: { roomId: string }) {
  const room = trpc.rooms.get.useQuery({ roomId });
  if (room.isPending) return null;
  if (room.error) return <NoRoom error={room.error} onRetry={() => void room.refetch()} />;
  return <Preview room={room.data} />;
}

function Preview({ room }: { room: Room }) {
  const { id: roomId, name, topic, memberCount, archivedAt } = room;
  const join = trpc.rooms.join.useMutation();
  const workspace = useWorkspace();
  usePageTitle(`${roomInWords(room)} · ${workspace.name}`);
  const people = memberCount === 1 ? "1 person is" : `${memberCount} people are`;
  return (
    <main className={styles.preview}>
      <EmptyState
        extent="page"
        icon={<Hash />}
        title={name}
        action={
          archivedAt === null ? (
            <Button
              variant="primary"
              icon={<LogIn />}
              busy={join.isPending}
              onClick={() => join.mutate({ roomId })}
            >
              Join room
            </Button>
          ) : (
            <ButtonLink href={browsePath}>Browse rooms</ButtonLink>
          )
        }
      >
        {topic}
        {topic && <br />}
        {archivedAt === null
          ? `${people} in this room. Join to read and write.`
          : "This room is archived."}
      </EmptyState>
      {join.error && <ErrorMessage>{errorDetails(join.error).message}</ErrorMessage>}
    </main>
  );
}

const goneWords = "This room is not here";

function NoRoom({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { code, message } = errorDetails(error);
  const isGone = code === "NOT_FOUND";
  usePageTitle(isGone ? `${goneWords} · Snug` : "Room · Snug");
  if (!isGone) {
    return (
      <main className={styles.preview}>
        <ErrorMessage onRetry={onRetry}>{message}</ErrorMessage>
      </main>
    );
  }
  return (
    <main className={styles.preview}>
      <EmptyState
        extent="page"
        title={goneWords}
        action={<ButtonLink href="/">Back to the rooms</ButtonLink>}
      >
        It may have been deleted, or it is private and you are not in it.
      </EmptyState>
    </main>
  );
}
