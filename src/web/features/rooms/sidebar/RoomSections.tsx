import { Compass, Plus, SquarePen } from "lucide-react";
import { useMemo, useState } from "react";
import { useLocation } from "wouter";
import { useMe, useRooms, useUsers } from "../../../../react/index.ts";
import { browsePath } from "../../../paths.ts";
import { IconButton } from "../../../ui/IconButton.tsx";
import { roomTitle } from "../roomTitle.ts";
import { RoomSection } from "./RoomSection.tsx";
import { callsForReading, sectionsOf } from "./sections.ts";
import styles from "./RoomSections.module.css";

interface RoomSectionsProps {
  /** The room that is open. */
  currentId: string | null;
  onCreateRoom: () => void;
  onNewDirect: () => void;
}

/** The rooms that one is in: favourites, rooms, people. */
export function RoomSections({ currentId, onCreateRoom, onNewDirect }: RoomSectionsProps) {
  const rooms = useRooms();
  const users = useUsers();
  const me = useMe();
  const [, navigate] = useLocation();
  const heldId = useHeld(currentId);
  const sections = useMemo(
    () =>
      sectionsOf(rooms, {
        titleOf: (room) => roomTitle(room, users, me.id),
        currentId,
        heldId,
      }),
    [rooms, users, me.id, currentId, heldId],
  );
  const guest = me.role === "guest";
  return (
    <>
      <RoomSection
        name="favourites"
        title="Favourites"
        rooms={sections.favourites}
        currentId={currentId}
      />
      <RoomSection
        name="rooms"
        title="Rooms"
        rooms={sections.rooms}
        currentId={currentId}
        actions={
          !guest && (
            <>
              <IconButton
                size="small"
                label="Browse rooms"
                icon={<Compass />}
                onClick={() => navigate(browsePath)}
              />
              <IconButton
                size="small"
                label="Create a room"
                icon={<Plus />}
                onClick={onCreateRoom}
              />
            </>
          )
        }
      />
      <RoomSection
        name="direct"
        title="Direct messages"
        rooms={sections.direct}
        currentId={currentId}
        actions={
          <IconButton size="small" label="New message" icon={<SquarePen />} onClick={onNewDirect} />
        }
        empty={
          sections.favourites.some((room) => room.kind === "direct") ? null : (
            <button type="button" className={styles.first} onClick={onNewDirect}>
              Message someone
            </button>
          )
        }
      />
    </>
  );
}

/** The open room, if it called for reading when it was opened. */
function useHeld(currentId: string | null): string | null {
  const rooms = useRooms();
  const [held, setHeld] = useState<{ currentId: string | null; id: string | null }>({
    currentId: null,
    id: null,
  });
  if (held.currentId === currentId) return held.id;
  const room = rooms.find(({ id }) => id === currentId);
  const id = room && callsForReading(room) ? room.id : null;
  setHeld({ currentId, id });
  return id;
}
