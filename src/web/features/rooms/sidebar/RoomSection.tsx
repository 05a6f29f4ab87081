import { ChevronDown } from "lucide-react";
import { useId } from "react";
import type { ReactNode } from "react";
import type { JoinedRoom } from "../../../../shared/rooms.ts";
import { useCollapsed } from "./collapsed.ts";
import { RoomRow } from "./RoomRow.tsx";
import { callsForReading } from "./sections.ts";
import type { SectionName } from "./sections.ts";
import styles from "./RoomSection.module.css";

interface RoomSectionProps {
  name: SectionName;
  title: string;
  rooms: readonly JoinedRoom[];
  currentId: string | null;
  /** One or two small buttons at the end of the title's line. */
  actions?: ReactNode;
  /** Instead of rows while there are none. */
  empty?: ReactNode;
}

/** One part of the sidebar. Folded away, it shows what is open and what calls for reading. */
export function RoomSection({ name, title, rooms, currentId, actions, empty }: RoomSectionProps) {
  const id = useId();
  const [collapsed, toggle] = useCollapsed(name);
  if (rooms.length === 0 && !actions && !empty) return null;
  const shown = collapsed
    ? rooms.filter((room) => room.id === currentId || callsForReading(room))
    : rooms;
  return (
    <section aria-labelledby={id} className={styles.section}>
      <header className={styles.head}>
        <h2 id={id} className={styles.title}>
          <button
            type="button"
            aria-expanded={!collapsed}
            className={styles.toggle}
            onClick={toggle}
          >
            {title}
            <ChevronDown aria-hidden />
          </button>
        </h2>
        {actions}
      </header>
      {rooms.length > 0 ? (
        <ul>
          {shown.map((room) => (
            <RoomRow key={room.id} room={room} current={room.id === currentId} />
          ))}
        </ul>
      ) : (
        !collapsed && empty
      )}
    </section>
  );
}
