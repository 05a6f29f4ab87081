import { ArrowLeft, ChevronDown, PanelRight, Users } from "lucide-react";
import type { MouseEvent, ReactNode } from "react";
import { Link } from "wouter";
import type { JoinedRoom } from "../../../shared/rooms.ts";
import { PlainIconButton } from "../../ui/PlainIconButton.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { Tooltip } from "../../ui/Tooltip.tsx";
import { PinsLink } from "./PinsLink.tsx";
import { RoomMenu } from "./RoomMenu.tsx";
import { RoomIcon } from "./RoomIcon.tsx";
import { useRoomTitle } from "./useRoomTitle.ts";
import styles from "./RoomHeader.module.css";

interface RoomHeaderProps {
  room: JoinedRoom;
  detailsOpen: boolean;
  pinsOpen: boolean;
  onToggleDetails: () => void;
  /** Buttons before the details. */
  tools?: ReactNode;
}

/** What room this is, what it is about, and who is in it. */
export function RoomHeader(props: RoomHeaderProps) {
  const { room, detailsOpen, pinsOpen, onToggleDetails, tools } = props;
  const title = useRoomTitle(room);
  const people = room.memberCount === 1 ? "1 person" : `${room.memberCount} people`;
  return (
    <header className={styles.header}>
      <Link href="/" className={styles.back} aria-label="Back to all rooms" onClick={goBackHome}>
        <ArrowLeft aria-hidden />
      </Link>
      <RoomIcon room={room} />
      <h1 className={styles.title}>{title}</h1>
      {room.archivedAt !== null && (
        <span className={styles.archived}>
          <Tag>Archived</Tag>
        </span>
      )}
      <RoomMenu
        room={room}
        trigger={<PlainIconButton size="small" label="Room options" icon={<ChevronDown />} />}
      />
      <p className={styles.topic} title={room.topic}>
        {room.topic}
      </p>
      {tools}
      <PinsLink roomId={room.id} open={pinsOpen} />
      <Tooltip content={detailsOpen ? "Close details" : "Members and details"} describes={false}>
        <button
          type="button"
          className={styles.details}
          aria-expanded={detailsOpen}
          // With the pins open, it is their button that is down.
          data-open={(detailsOpen && !pinsOpen) || undefined}
          aria-label={`Details, ${people}`}
          onClick={onToggleDetails}
        >
          {room.kind === "direct" ? (
            <PanelRight aria-hidden />
          ) : (
            <>
              <Users aria-hidden />
              {room.memberCount}
            </>
          )}
        </button>
      </Tooltip>
    </header>
  );
}

/** Where the list of rooms is the page before, going back to it keeps the history short. */
function goBackHome(event: MouseEvent) {
  const state: unknown = history.state;
  if (typeof state !== "object" || state === null || !("fromHome" in state)) return;
  if (state.fromHome !== true) return;
  event.preventDefault();
  history.back();
}
