import { Pin } from "lucide-react";
import { Link } from "wouter";
import { roomDetailsPath, roomPath } from "../../paths.ts";
import { Tooltip } from "../../ui/Tooltip.tsx";
import styles from "./RoomHeader.module.css";

/** To the room's pins and, while they are open, back. */
export function PinsLink({ roomId, open }: { roomId: string; open: boolean }) {
  const words = open ? "Close pinned messages" : "Pinned messages";
  return (
    <Tooltip content={words} describes={false}>
      <Link
        href={open ? roomPath(roomId) : roomDetailsPath(roomId, "pins")}
        aria-label={words}
        data-open={open || undefined}
        className={styles.details}
      >
        <Pin aria-hidden />
      </Link>
    </Tooltip>
  );
}
