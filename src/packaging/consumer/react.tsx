import type { SnugClient } from "snug/client";
import {
  SnugProvider,
  trpc,
  useConnection,
  usePresence,
  useRoom,
  useSend,
  useTimeline,
  useTyping,
} from "snug/react";
import type { ReactNode } from "react";

export function Chat({ client, roomId }: { client: SnugClient; roomId: string }): ReactNode {
  return (
    <SnugProvider client={client}>
      <Room roomId={roomId} />
    </SnugProvider>
  );
}

function Room({ roomId }: { roomId: string }): ReactNode {
  const room = useRoom(roomId);
  const { items, loadOlder, hasOlder } = useTimeline(roomId);
  const typing: readonly string[] = useTyping(roomId);
  const presence: "online" | "away" | "dnd" | "offline" = usePresence(typing[0] ?? "");
  const { status } = useConnection();
  const send = useSend();
  const members = trpc.rooms.members.useQuery({ roomId });
  const { mutate } = trpc.rooms.join.useMutation();
  // @ts-expect-error a room is needed
  trpc.rooms.members.useQuery({});
  // @ts-expect-error no such field
  const wrong = items[0]?.message.text;
  return (
    <section aria-label={room?.name ?? "Room"} aria-busy={status !== "online"}>
      {hasOlder && <button onClick={loadOlder}>Older</button>}
      {items.map(({ key, message }) => (
        <p key={key}>{message.body}</p>
      ))}
      <button onClick={() => send({ roomId, body: presence })}>Say</button>
      <button onClick={() => mutate({ roomId })}>{members.data?.[0]?.role ?? wrong}</button>
    </section>
  );
}
