import type { ReactNode } from "react";
import { useConnection, useMe, useTyping, useUsers } from "../react/index.ts";
import type { JoinedRoom } from "../shared/rooms.ts";
import { Composer } from "./Composer.tsx";
import { RoomLog } from "./RoomLog.tsx";

export function OpenRoom({ room }: { room: JoinedRoom }): ReactNode {
  const title = useTitle(room);
  const { status } = useConnection();
  return (
    <section className="room" aria-label={title}>
      <header className="header">
        <h2>{title}</h2>
        <span role="status">{status === "online" ? "" : "Reconnecting…"}</span>
      </header>
      <RoomLog room={room} title={title} />
      <TypingLine roomId={room.id} />
      {room.archivedAt === null ? (
        <Composer roomId={room.id} title={title} />
      ) : (
        <p className="notice">This room is archived.</p>
      )}
    </section>
  );
}

function useTitle({ name, directUserIds }: JoinedRoom): string {
  const users = useUsers();
  const { id: myId } = useMe();
  if (name !== "") return name;
  const others = directUserIds.filter((id) => id !== myId);
  return others.map((id) => users.get(id)?.displayName ?? "Somebody").join(", ") || "You";
}

function TypingLine({ roomId }: { roomId: string }): ReactNode {
  const users = useUsers();
  const names = useTyping(roomId).map((id) => users.get(id)?.displayName ?? "Somebody");
  const [first] = names;
  const who =
    names.length === 1 && first !== undefined ? `${first} is` : `${names.length} people are`;
  return <p className="typing">{names.length === 0 ? "" : `${who} writing…`}</p>;
}
