import { useId } from "react";
import type { ReactNode } from "react";
import type { JoinedRoom } from "../../../../shared/rooms.ts";
import { RoomRow } from "./RoomRow.tsx";
import styles from "./RoomSection.module.css";

interface RoomSectionProps {
  title: string;
  rooms: readonly JoinedRoom[];
  currentId: string | null;
  /** One or two small buttons at the end of the title's line. */
  actions?: ReactNode;
  /** Instead of rows while there are none. */
  empty?: ReactNode;
}

/** One part of the sidebar. */
export function RoomSection({ title, rooms, currentId, actions, empty }: RoomSectionProps) {
  const id = useId();
  if (rooms.length === 0 && !actions && !empty) return null;
  return (
    <section aria-labelledby={id} className={styles.section}>
      <header className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {actions}
      </header>
      {rooms.length > 0 ? (
        <ul>
          {rooms.map((room) => (
            <RoomRow key={room.id} room={room} current={room.id === currentId} />
          ))}
        </ul>
      ) : (
        empty
      )}
    </section>
  );
}
