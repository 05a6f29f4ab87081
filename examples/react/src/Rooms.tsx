import { useRooms, useUsers } from "snug/react";
import type { JoinedRoom, User } from "snug/types";
import { useState } from "react";

import { Room } from "./Room.tsx";

export function Rooms() {
  const rooms = useRooms();
  const users = useUsers();
  const [chosen, setChosen] = useState<string>();
  const room = rooms.find(({ id }) => id === chosen) ?? rooms[0];
  return (
    <div className="app">
      <nav aria-label="Rooms">
        {rooms.map((each) => (
          <button
            key={each.id}
            aria-current={each.id === room?.id ? "page" : undefined}
            onClick={() => setChosen(each.id)}
          >
            {titleOf(each, users)}
            {each.membership.unreadCount > 0 && <b> {each.membership.unreadCount}</b>}
          </button>
        ))}
      </nav>
      {room ? (
        <Room key={room.id} roomId={room.id} title={titleOf(room, users)} />
      ) : (
        <p>You are in no room yet.</p>
      )}
    </div>
  );
}

/** A direct room has no name: it is its people. */
function titleOf({ kind, name, directUserIds }: JoinedRoom, users: ReadonlyMap<string, User>) {
  if (kind !== "direct") return `# ${name}`;
  return directUserIds.map((id) => users.get(id)?.displayName ?? "someone").join(", ");
}
